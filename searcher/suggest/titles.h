// Articles whose title has the words typed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/suggest/suggestion.h"

namespace lede {

// `words`: folded, the last the beginning of one. Titles that begin with them come first, then the
// newest. Throws Xapian::Error.
[[nodiscard]] std::vector<Suggestion> suggested_titles(const Xapian::Database& database,
                                                       const std::vector<std::string>& words,
                                                       std::size_t most, Analyzer& analyzer);

}  // namespace lede
