// Finding out where a score comes from.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "searcher/explanation.h"
#include "searcher/match.h"
#include "searcher/plan/planner.h"

namespace lede {

// Takes a query apart and has Xapian weigh each part alone for one article, so that it tells what
// is, and not what ought to be. For hits of one query.
class Explainer {
 public:
  // The plan as it was matched. The references must outlive it.
  Explainer(const Xapian::Database& database, const QueryPlan& plan)
      : database_(database), plan_(plan) {}

  // Throws Xapian::Error.
  [[nodiscard]] Explanation explain(const MatchedDocument& article) const;

 private:
  const Xapian::Database& database_;
  const QueryPlan& plan_;
};

}  // namespace lede
