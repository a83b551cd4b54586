// Few steps, whatever the number of words: each is a search of its own.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/relaxation.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace lede {
namespace {

// In a small archive a word of many articles may still tell much; there all words are demanded.
constexpr std::uint64_t kCommonArticles = 1000;
constexpr std::uint64_t kCommonShare = 4;  // one article in so many
constexpr std::size_t kLeastDemanded = 2;
// What the words that a step demands must tell, of what all tell. Steps that demand only the most
// telling words do harm: an article with a rare word and nothing else of the query would stand
// above one that has all but that word.
constexpr std::array kShares{0.9, 0.8};

DemandedUnits first_units(std::span<const DroppableWord> words, std::size_t count) {
  DemandedUnits units;
  for (const DroppableWord& word : words.first(count)) {
    units.push_back(word.unit);
  }
  std::sort(units.begin(), units.end());
  return units;
}

// How few of the words, the most telling first, tell `share` of what all of them do.
std::size_t telling_count(std::span<const DroppableWord> words, double share) {
  const auto add = [](double sum, const DroppableWord& word) { return sum + word.weight; };
  const double all = std::accumulate(words.begin(), words.end(), 0.0, add);
  std::size_t count = 0;
  for (double told = 0; count < words.size() && told < share * all; ++count) {
    told += words[count].weight;
  }
  return count;
}

}  // namespace

bool is_common(std::uint64_t articles_with_it, std::uint64_t articles) {
  return articles_with_it > kCommonArticles && articles_with_it > articles / kCommonShare;
}

std::vector<DemandedUnits> relaxation_steps(std::span<const DroppableWord> words) {
  std::vector<DroppableWord> telling_first(words.begin(), words.end());
  std::stable_sort(telling_first.begin(), telling_first.end(),
                   [](const DroppableWord& a, const DroppableWord& b) {
                     return a.common != b.common ? b.common : a.weight > b.weight;
                   });
  const auto telling = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const auto& word) { return !word.common; }));
  const std::size_t all = std::max(telling, std::min(words.size(), kLeastDemanded));
  if (all >= kManyWords) {
    return {DemandedUnits{}};
  }
  std::vector<DemandedUnits> steps{first_units(telling_first, all)};
  for (const double share : kShares) {
    const std::size_t count = telling_count(std::span(telling_first).first(all), share);
    if (count < steps.back().size()) {
      steps.push_back(first_units(telling_first, count));
    }
  }
  if (!steps.back().empty()) {
    steps.emplace_back();
  }
  return steps;
}

}  // namespace lede
