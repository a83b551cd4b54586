// What of an article a query matched: in its title and in its text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"
#include "searcher/plan/units.h"
#include "searcher/search.h"
#include "searcher/snippet/matcher.h"

namespace lede {

struct ArticleMatches {
  std::vector<TextMatch> title;
  std::vector<TextMatch> text;
};

// Finds what a query matched in one article after another. The units must outlive it.
class ArticleMatcher {
 public:
  // `match` as the query was asked: where any word will do, the words of a compound do too.
  ArticleMatcher(std::span<const QueryUnit> units, Match match);

  [[nodiscard]] ArticleMatches find(const Article& article, Analyzer& analyzer) const;

  // Only the title's; its text is not looked at unless the title's matches depend on it.
  [[nodiscard]] std::vector<TextMatch> find_in_title(const Article& article,
                                                     Analyzer& analyzer) const;

 private:
  [[nodiscard]] bool title_needs_text() const;

  std::span<const QueryUnit> units_;
  Match match_;
  TextMatcher title_;
  TextMatcher text_;
};

[[nodiscard]] Marks marks_of(std::span<const TextMatch> matches);

}  // namespace lede
