// What an index holds, in numbers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <span>

#include "searcher/plan/index_languages.h"
#include "searcher/search.h"

namespace lede {

// Throws Xapian::Error.
[[nodiscard]] IndexStats index_stats(const Xapian::Database& database,
                                     std::span<const IndexLanguage> languages);

}  // namespace lede
