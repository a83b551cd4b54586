// Planning a prepared tree: the steps of relaxation, and a little more for words typed side by side
// that stand side by side.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/planner.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/schema.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/relaxation.h"
#include "searcher/plan/tree_query.h"
#include "searcher/plan/unit_preparation.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

using Xapian::Query;

bool ranks(const QueryUnit& unit) {
  return unit.kind == NodeKind::kWord && !unit.negated && !unit.words.empty() && !unit.dictionary &&
         (unit.field == Field::kAny || unit.field == Field::kTitle);
}

// Words typed side by side, to be found side by side: a pair for each two neighbours.
std::vector<Query> adjacent_pairs(std::span<const QueryUnit> units, const PlanContext& context) {
  std::vector<Query> pairs;
  std::set<std::pair<std::string, std::string>> seen;
  const UnitWord* previous = nullptr;
  Field previous_field = Field::kAny;
  for (const QueryUnit& unit : units) {
    if (!ranks(unit)) {
      previous = nullptr;
      continue;
    }
    for (const UnitWord& word : unit.words) {
      const bool common = is_stop_word_of_index(word, context.languages);
      if (previous != nullptr && !common && previous_field == unit.field &&
          pairs.size() < ranking::kMaxAdjacentPairs &&
          seen.emplace(previous->term, word.term).second) {
        const auto prefix = field_prefix(unit.field);
        const Query both[] = {Query(text_term(prefix, previous->term)),
                              Query(text_term(prefix, word.term))};
        pairs.emplace_back(ranking::kAdjacencyBonus, Query(Query::OP_PHRASE, both, both + 2, 2));
      }
      previous = common ? nullptr : &word;
      previous_field = unit.field;
    }
  }
  return pairs;
}

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

}  // namespace

QueryPlan plan_query(const QueryNode& root, std::vector<QueryUnit> units, Match match,
                     const PlanContext& context) {
  QueryPlan plan;
  plan.units = std::move(units);
  plan.warnings = prepare_units(plan.units, context);
  plan.checks = std::make_shared<CheckBudget>();
  const auto pairs = adjacent_pairs(plan.units, context);
  TreePlanner whole(root, plan.units, match == Match::kAny ? Words::kAny : Words::kAll, context,
                    plan.checks);
  plan.strict = with_bonus(whole.plan(), pairs);
  plan.ranked = any_unit_ranks(plan.units);
  if (match != Match::kAuto || whole.droppable().empty()) {
    return plan;
  }
  TreePlanner some(root, plan.units, Words::kSome, context, plan.checks);
  std::vector<Query> steps;
  for (const DemandedUnits& demanded :
       relaxation_steps(droppable_words(whole.droppable(), plan.units, context))) {
    const Query step = with_bonus(some.plan(demanded), pairs);
    if (steps.empty() || step.get_description() != steps.back().get_description()) {
      steps.push_back(step);
    }
  }
  plan.strict = steps.front();
  plan.looser.assign(steps.begin() + 1, steps.end());
  return plan;
}

}  // namespace lede
