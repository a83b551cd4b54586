// Finding matches in both, and weighing one by the other.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/article_matches.h"

#include <algorithm>

namespace lede {
namespace {

// An article that has a compound whole was not found by one of its words.
void drop_lone_words(ArticleMatches& found, std::size_t units) {
  std::vector<bool> whole(units);
  for (const auto* matches : {&found.title, &found.text}) {
    for (const TextMatch& match : *matches) {
      whole[match.unit] = whole[match.unit] || !match.alone;
    }
  }
  for (auto* matches : {&found.title, &found.text}) {
    std::erase_if(*matches,
                  [&](const TextMatch& match) { return match.alone && whole[match.unit]; });
  }
}

}  // namespace

ArticleMatches article_matches(const Article& article, std::span<const QueryUnit> units,
                               Match match, Analyzer& analyzer) {
  ArticleMatches found{
      find_matches(article.title, article.language, Field::kTitle, units, analyzer),
      find_matches(article.text, article.language, Field::kAny, units, analyzer)};
  if (match != Match::kAny) {
    drop_lone_words(found, units.size());
  }
  return found;
}

bool title_needs_text(std::span<const QueryUnit> units) {
  return std::any_of(units.begin(), units.end(), [](const QueryUnit& unit) {
    return std::any_of(unit.words.begin(), unit.words.end(),
                       [](const UnitWord& word) { return word.counts_alone; });
  });
}

Marks marks_of(std::span<const TextMatch> matches) {
  Marks marks;
  for (const TextMatch& match : matches) {
    marks.emplace_back(match.start, match.end);
  }
  return marks;
}

}  // namespace lede
