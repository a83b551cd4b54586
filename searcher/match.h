// Running a plan: which articles, in which order, how many in all.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/article_filter.h"
#include "searcher/plan/planner.h"
#include "searcher/search.h"

namespace lede {

struct MatchRequest {
  ArticleFilter filter;
  Sort sort = Sort::kRelevance;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::uint32_t timeout_ms = 0;
  std::vector<Xapian::docid> seen;  // ascending: articles of earlier pages, left out of this one
  bool matching_terms = true;       // whether to tell them
};

struct MatchedDocument {
  Xapian::docid id = 0;
  double score = 0;
  double bonus = 0;      // that of neighbours, in the score
  std::size_t step = 0;  // 0 for the strict query, 1 for the first of the looser ones, …
  std::vector<std::string> matching_terms;  // sorted; only where words may be lacking
};

struct MatchPage {
  std::vector<MatchedDocument> documents;
  std::uint64_t total = 0;
  bool total_exact = true;
  bool relaxed = false;  // a looser step was needed to fill the page
  bool partial = false;  // the time limit passed first
  bool more = false;     // there are further matches, or steps that were not taken
  Xapian::Query shown;   // what all the articles counted in `total` match
};

// Articles that match the strict query come first, all of them, before those that only match a
// looser step; so no hit is above one of a stricter step. A step is run when those before it leave
// room on the page. Throws Xapian::Error.
[[nodiscard]] MatchPage match_page(const Xapian::Database& database, const QueryPlan& plan,
                                   const MatchRequest& request);

}  // namespace lede
