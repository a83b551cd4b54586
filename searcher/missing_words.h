// Which words of the query an article lacks.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/plan/units.h"

namespace lede {

// `terms`: those of the query's terms that the article has, sorted. Only plain words that were
// asked for are named, as typed but without quotation marks, brackets or commas around them.
[[nodiscard]] std::vector<std::string> missing_words(const std::vector<std::string>& terms,
                                                     std::span<const QueryUnit> units);

// `typed` without the marks around it that are no part of a word.
[[nodiscard]] std::string_view bare_word(std::string_view typed);

}  // namespace lede
