// Authors, publishers and places whose names have the words typed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/suggest/suggestion.h"
#include "searcher/suggest/typed_prefix.h"

namespace lede {

// Names as printed, as queries such as `author:"Ann Lee"`, most articles first: of the field that
// is being typed, or of all three. The last word may be the beginning of one. Throws
// Xapian::Error.
[[nodiscard]] std::vector<Suggestion> suggested_names(const Xapian::Database& database,
                                                      const TypedPrefix& typed, std::size_t most,
                                                      Analyzer& analyzer);

}  // namespace lede
