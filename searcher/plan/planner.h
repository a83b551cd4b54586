// From a query tree to the Xapian query that is matched, and how its words count.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "searcher/plan/index_languages.h"
#include "searcher/plan/neighbours.h"
#include "searcher/plan/text_check.h"
#include "searcher/plan/units.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"

namespace lede {

struct QueryPlan {
  Xapian::Query strict;  // what --match asks for; for kAuto the first step of relaxation.h
  // kAuto only: the further steps. Each matches all that the one before it does.
  std::vector<Xapian::Query> looser;
  bool may_lack_words = false;  // kAuto only: some step matches articles without all the words
  std::vector<NeighbourPair> neighbours;  // for the second phase of ranking
  std::vector<QueryUnit> units;           // leaves of the tree, weights set
  bool ranked = false;                  // some word carries weight; else articles come newest first
  std::vector<QueryWarning> warnings;   // what was cut to keep the work bounded
  std::shared_ptr<CheckBudget> checks;  // of texts read while the queries run
};

// What planning needs to know of the index.
struct PlanContext {
  const Xapian::Database& database;
  std::span<const IndexLanguage> languages;  // most articles first
  Analyzer& analyzer;                        // used while planning and while the queries run
};

// `units` are those of analyze_query(root). Throws Xapian::Error when the database cannot be read.
[[nodiscard]] QueryPlan plan_query(const QueryNode& root, std::vector<QueryUnit> units, Match match,
                                   const PlanContext& context);

}  // namespace lede
