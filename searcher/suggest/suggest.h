// What may be typed next: completions, names and titles.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/suggest/completions.h"
#include "searcher/suggest/suggestion.h"

namespace lede {

// The last word of `typed` is completed by words of the articles that the words before it match,
// or, without any, by the most frequent of the index; in their printed form where capitals mean
// something. After a space the next word is suggested. `now` as in ParseOptions. The time taken
// does not grow with the number of words of the index. Throws Xapian::Error.
[[nodiscard]] std::vector<Suggestion> suggest(std::string_view typed, std::size_t limit,
                                              std::int64_t now, const CompletionContext& context);

}  // namespace lede
