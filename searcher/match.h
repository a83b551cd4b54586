// Running a plan: which articles, in which order, how many in all.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/plan/planner.h"
#include "searcher/search.h"

namespace lede {

struct MatchRequest {
  DateRange dates;  // of --after and --before
  Sort sort = Sort::kRelevance;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::uint32_t timeout_ms = 0;
};

struct MatchedDocument {
  Xapian::docid id = 0;
  double score = 0;
  std::vector<std::string> matching_terms;  // sorted; only for documents of the loose query
};

struct MatchPage {
  std::vector<MatchedDocument> documents;
  std::uint64_t total = 0;
  bool total_exact = true;
  bool relaxed = false;  // the loose query was needed to fill the page
  bool partial = false;  // the time limit passed first
};

// Articles that match the strict query come first, all of them, before those that only match the
// loose one; so a relaxed hit is never above one that has all the words. Throws Xapian::Error.
[[nodiscard]] MatchPage match_page(const Xapian::Database& database, const QueryPlan& plan,
                                   const MatchRequest& request);

}  // namespace lede
