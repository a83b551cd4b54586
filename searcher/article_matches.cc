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

ArticleMatcher::ArticleMatcher(std::span<const QueryUnit> units, Match match)
    : units_(units), match_(match), title_(units, Field::kTitle), text_(units, Field::kAny) {}

ArticleMatches ArticleMatcher::find(const Article& article, Analyzer& analyzer) const {
  ArticleMatches found{title_.find(article.title, article.language, analyzer),
                       text_.find(article.text, article.language, analyzer)};
  if (match_ != Match::kAny) {
    drop_lone_words(found, units_.size());
  }
  return found;
}

std::vector<TextMatch> ArticleMatcher::find_in_title(const Article& article,
                                                     Analyzer& analyzer) const {
  return title_needs_text() ? find(article, analyzer).title
                            : title_.find(article.title, article.language, analyzer);
}

bool ArticleMatcher::title_needs_text() const {
  return std::any_of(units_.begin(), units_.end(), [](const QueryUnit& unit) {
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
