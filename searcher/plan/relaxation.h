// The steps of --match auto: which words each of them demands.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lede {

// A word that may be dropped: plain, without "+", not under NOT, no stop word beside others.
struct DroppableWord {
  std::size_t unit = 0;  // its index among the query's units
  double weight = 0;     // how telling it is
  bool common = false;   // see is_common
};

// Units that a step demands, ascending. The other droppable words only add to the score.
using DemandedUnits = std::vector<std::size_t>;

// A word of so many of the `articles` decides nothing when there are more telling ones.
[[nodiscard]] bool is_common(std::uint64_t articles_with_it, std::uint64_t articles);

// From so many words on, a query is a headline or a question: there the best match is rather one
// that lacks a word than one that has all somewhere.
inline constexpr std::size_t kManyWords = 5;

// With many words that are not common one step, which demands none. Else at most four, each
// demanding a part of what the one before does, so that its matches are among the next one's: every
// word (without the common ones, as long as two words are left), then without the least telling
// ones, as long as the others make up nine tenths and then eight tenths of the weight, and at last
// none.
[[nodiscard]] std::vector<DemandedUnits> relaxation_steps(std::span<const DroppableWord> words);

}  // namespace lede
