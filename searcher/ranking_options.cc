// Bonuses of feedback and of date.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/ranking_options.h"

#include <algorithm>
#include <span>

#include "searcher/feedback.h"
#include "searcher/recency.h"

namespace lede {
namespace {

double weight_of_words(std::span<const QueryUnit> units) {
  double weight = 0;
  for (const QueryUnit& unit : units) {
    weight += unit.negated || unit.ignored ? 0 : unit.weight;
  }
  return weight;
}

void add_bonus(QueryPlan& plan, const Xapian::Query& bonus) {
  const auto add = [&](Xapian::Query& step) {
    if (!step.empty() && !bonus.empty()) {
      step = Xapian::Query(Xapian::Query::OP_AND_MAYBE, step, bonus);
    }
  };
  add(plan.strict);
  std::for_each(plan.looser.begin(), plan.looser.end(), add);
}

}  // namespace

void add_ranking_options(QueryPlan& plan, const SearchRequest& request,
                         const Xapian::Database& database, const ArticleFilter& filter,
                         std::int64_t now) {
  if (!plan.ranked) {
    return;
  }
  if (request.expand) {
    const Xapian::Query& query = plan.looser.empty() ? plan.strict : plan.looser.back();
    add_bonus(plan, feedback_query(database, filtered(query, filter)));
  }
  if (request.recency != Recency::kNone) {
    add_bonus(plan, recency_query(request.recency, weight_of_words(plan.units), now));
  }
}

}  // namespace lede
