// Planning a prepared tree: the steps of relaxation.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/planner.h"

#include <algorithm>
#include <utility>

#include "common/schema.h"
#include "searcher/plan/compounds.h"
#include "searcher/plan/neighbours.h"
#include "searcher/plan/relaxation.h"
#include "searcher/plan/tree_query.h"
#include "searcher/plan/unit_preparation.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

using Xapian::Query;

bool any_unit_ranks(std::span<const QueryUnit> units) {
  return std::any_of(units.begin(), units.end(), [](const QueryUnit& unit) {
    return !unit.negated && !(unit.words.empty() && unit.parts.empty()) &&
           (unit.field == Field::kAny || unit.field == Field::kTitle);
  });
}

// How many articles have the unit's most frequent form.
std::uint64_t articles_with(const QueryUnit& unit, const PlanContext& context) {
  const auto prefix = field_prefix(unit.field);
  Xapian::doccount most = 0;
  if (unit.words.size() == 1) {
    const UnitWord& word = unit.words.front();
    most = context.database.get_termfreq(text_term(prefix, word.term));
    for (const std::string& stem : word.stems) {
      most = std::max(most, context.database.get_termfreq(stem_term(prefix, stem)));
    }
  }
  return most;  // a compound is as rare as its words together: never common
}

std::vector<DroppableWord> droppable_words(const std::vector<std::size_t>& droppable,
                                           std::span<const QueryUnit> units,
                                           const PlanContext& context) {
  std::vector<DroppableWord> words;
  for (const std::size_t index : droppable) {
    const QueryUnit& unit = units[index];
    words.push_back({index, unit.weight,
                     is_common(articles_with(unit, context), context.database.get_doccount())});
  }
  return words;
}

// Compounds that may be found by one of their words: with --match any all that need not match, in
// relaxed answers those that may be dropped.
void let_words_count_alone(std::span<QueryUnit> units, Match match,
                           const std::vector<std::size_t>& droppable, const PlanContext& context) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    QueryUnit& unit = units[i];
    const bool dropped = match == Match::kAuto &&
                         std::find(droppable.begin(), droppable.end(), i) != droppable.end();
    const bool any = match == Match::kAny && !unit.required && !unit.negated;
    if (unit.kind != NodeKind::kWord || unit.words.size() < 2 || !(any || dropped)) {
      continue;
    }
    for (UnitWord& word : unit.words) {
      word.counts_alone = may_count_alone(unit, word, context.languages);
    }
  }
}

}  // namespace

QueryPlan plan_query(const QueryNode& root, std::vector<QueryUnit> units, Match match,
                     const PlanContext& context) {
  QueryPlan plan;
  plan.units = std::move(units);
  plan.warnings = prepare_units(plan.units, context);
  add_compound_writings(root, plan.units, context);
  plan.checks = std::make_shared<CheckBudget>();
  plan.neighbours = neighbour_pairs(plan.units, context.languages);
  TreePlanner whole(root, plan.units, match == Match::kAny ? Words::kAny : Words::kAll, context,
                    plan.checks);
  plan.strict = whole.plan();
  plan.ranked = any_unit_ranks(plan.units);
  let_words_count_alone(plan.units, match, whole.droppable(), context);
  if (match != Match::kAuto || whole.droppable().empty()) {
    return plan;
  }
  TreePlanner some(root, plan.units, Words::kSome, context, plan.checks);
  std::vector<Query> steps;
  for (const DemandedUnits& demanded :
       relaxation_steps(droppable_words(whole.droppable(), plan.units, context))) {
    plan.may_lack_words = plan.may_lack_words || demanded.size() < whole.droppable().size();
    const Query step = some.plan(demanded);
    if (steps.empty() || step.get_description() != steps.back().get_description()) {
      steps.push_back(step);
    }
  }
  plan.strict = steps.front();
  plan.looser.assign(steps.begin() + 1, steps.end());
  return plan;
}

}  // namespace lede
