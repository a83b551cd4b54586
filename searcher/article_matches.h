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

// `match` as the query was asked: where any word will do, the words of a compound do too.
[[nodiscard]] ArticleMatches article_matches(const Article& article,
                                             std::span<const QueryUnit> units, Match match,
                                             Analyzer& analyzer);

// Whether the matches of the title cannot be told from the title alone.
[[nodiscard]] bool title_needs_text(std::span<const QueryUnit> units);

[[nodiscard]] Marks marks_of(std::span<const TextMatch> matches);

}  // namespace lede
