// Corrections are judged with the words around them, and must find more than was found.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/did_you_mean.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/suggest/replacements.h"
#include "searcher/suggest/typed_words.h"

namespace lede {
namespace {

// Whole queries counted at most: each costs as much as a search.
constexpr std::size_t kTries = 3;
// A query that finds something must find so many times more when corrected.
constexpr std::uint64_t kTimesMore = 5;

bool finds_more(const MatchingArticles& corrected, const MatchingArticles& typed) {
  return corrected.count > 0 && corrected.count >= kTimesMore * typed.count;
}

// All words were found, so one that the index does not have was found in another writing:
// "seagull" as "sea gull".
void leave_found_words(std::vector<TypedWord>& words) {
  for (TypedWord& word : words) {
    word.correctable = word.correctable && (word.frequency > 0 || !word.needed);
  }
}

}  // namespace

std::optional<DidYouMean> did_you_mean(const std::string& query, const QueryNode& root,
                                       const SpellingContext& context) {
  auto words = typed_words(query, root, context.database, context.analyzer, context.languages);
  if (std::none_of(words.begin(), words.end(),
                   [](const TypedWord& word) { return word.correctable; })) {
    return std::nullopt;
  }
  const MatchingArticles typed = context.count(query);
  if (typed.count >= kEnoughHits) {
    return std::nullopt;
  }
  if (typed.count > 0) {
    leave_found_words(words);
  }
  const auto replacements = likely_replacements(words, context.database);
  for (std::size_t i = 0; i < std::min(kTries, replacements.size()); ++i) {
    std::string meant = replaced(query, replacements[i]);
    const MatchingArticles total = context.count(meant);
    if (finds_more(total, typed)) {
      return DidYouMean{std::move(meant), total.count, total.exact};
    }
  }
  return std::nullopt;
}

}  // namespace lede
