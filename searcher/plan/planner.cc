// Walking the tree: words are combined as --match says, filters filter, what is negated is taken
// away, and words typed side by side that stand side by side count a little more.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/planner.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "common/schema.h"
#include "searcher/plan/date_query.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/relaxation.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

using Xapian::Query;

// How words side by side are combined.
enum class Words {
  kAll,
  kAny,
  kSome,  // those that a step of relaxation demands; the others only add to the score
};

// What the children of one group come to, before they are put together.
struct Group {
  std::vector<Query> all;      // must match
  std::vector<Query> any;      // one of them must match, unless something else must
  std::vector<Query> filters;  // must match, without weight
  std::vector<Query> without;  // must not match
};

Query combine(Query::op op, const std::vector<Query>& parts) {
  return parts.size() == 1 ? parts.front() : Query(op, parts.begin(), parts.end());
}

// One AND_MAYBE a bonus: under a single AND_MAYBE with an OR of phrases Xapian 1.4.22 also counts
// phrases that are not there (tests/integration/ranking_oracle_test.cc sees it).
Query with_bonus(Query query, const std::vector<Query>& bonuses) {
  if (query.empty()) {
    return query;
  }
  for (const Query& bonus : bonuses) {
    query = Query(Query::OP_AND_MAYBE, query, bonus);
  }
  return query;
}

Query assemble(Group group) {
  if (group.all.empty() && group.any.empty() && group.filters.empty() && group.without.empty()) {
    return Query();  // nothing was asked for, which is not the same as everything
  }
  if (group.all.empty() && !group.any.empty()) {
    group.all.push_back(combine(Query::OP_OR, group.any));
    group.any.clear();
  }
  Query query = group.all.empty() ? Query::MatchAll : combine(Query::OP_AND, group.all);
  if (group.all.empty()) {
    query = Query(0.0, query);
  }
  query = with_bonus(std::move(query), group.any);
  if (!group.filters.empty()) {
    query = Query(Query::OP_FILTER, query, combine(Query::OP_AND, group.filters));
  }
  if (!group.without.empty()) {
    query = Query(Query::OP_AND_NOT, query, combine(Query::OP_OR, group.without));
  }
  return query;
}

class TreePlanner {
 public:
  TreePlanner(std::span<QueryUnit> units, Words words, const PlanContext& context)
      : units_(units), words_(words), context_(context), queries_(context.languages) {}

  Query plan(const QueryNode& root) {
    next_ = 0;
    return node_query(root);
  }

  Query plan(const QueryNode& root, const DemandedUnits& demanded) {
    demanded_ = demanded;
    return plan(root);
  }

  // Units that relaxation may drop, after a plan of all words.
  [[nodiscard]] const std::vector<std::size_t>& droppable() const { return droppable_; }

 private:
  Query node_query(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kWord:
      case NodeKind::kPhrase:
      case NodeKind::kPrefix:
        return leaf_query(units_[next_++]);
      case NodeKind::kWords:
        return words_query(node);
      case NodeKind::kAnd:
        return and_query(node);
      case NodeKind::kOr:
        return or_query(node);
      default: {
        Group alone;
        add_to(alone, node);
        return assemble(std::move(alone));
      }
    }
  }

  Query unit_query(const QueryUnit& unit, Xapian::termcount times, bool strict) {
    if (unit.words.empty()) {
      return Query();  // nothing but punctuation: matches nothing, the caller leaves it out
    }
    return strict ? queries_.strict(unit, times) : queries_.loose(unit, times);
  }

  // A leaf that no group of words may drop.
  Query leaf_query(const QueryUnit& unit) {
    return unit_query(unit, 1, words_ != Words::kAny || unit.required || unit.negated);
  }

  // Whether a word of a group must match.
  [[nodiscard]] bool demands(std::size_t unit) const {
    return words_ == Words::kAll || units_[unit].required || units_[unit].negated ||
           (words_ == Words::kSome && std::binary_search(demanded_.begin(), demanded_.end(), unit));
  }

  // Anything but a word: a filter, a negation, everything.
  bool add_to(Group& group, const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kValue:
        group.filters.emplace_back(boolean_term(field_prefix(node.field), node.text));
        return true;
      case NodeKind::kDates:
        group.filters.push_back(date_query(node.dates));
        return true;
      case NodeKind::kNot:
        if (const Query query = node_query(node.children.front()); !query.empty()) {
          group.without.push_back(query);
        }
        return true;
      case NodeKind::kAll:
        group.filters.push_back(Query::MatchAll);
        return true;
      default:
        return false;
    }
  }

  Query words_query(const QueryNode& node) {
    Group group;
    const auto counts = count_words(node, next_);
    const bool only_stop_words = counts.stop_words == counts.words;
    std::set<std::pair<Field, std::string>> seen;
    for (const QueryNode& child : node.children) {
      if (add_to(group, child)) {
        continue;
      }
      if (child.kind != NodeKind::kWord) {
        add_part(group, node_query(child), child);
        continue;
      }
      const std::size_t index = next_++;
      QueryUnit& unit = units_[index];
      unit.ignored = !only_stop_words && !unit.required && is_stop_word_unit(unit);
      const auto key = std::make_pair(unit.field, unit.typed);
      if (unit.ignored || !seen.insert(key).second) {
        continue;
      }
      const bool demanded = demands(index);
      const Query query = unit_query(unit, counts.times.at(key), demanded);
      if (query.empty()) {
        continue;
      }
      (demanded ? group.all : group.any).push_back(query);
      if (!unit.required && !unit.negated) {
        droppable_.push_back(index);
      }
    }
    return assemble(std::move(group));
  }

  // Phrases, groups and the like: never dropped by relaxation.
  void add_part(Group& group, const Query& query, const QueryNode& child) const {
    if (!query.empty()) {
      (words_ == Words::kAny && !child.required ? group.any : group.all).push_back(query);
    }
  }

  Query and_query(const QueryNode& node) {
    Group group;
    for (const QueryNode& child : node.children) {
      if (add_to(group, child)) {
        continue;
      }
      if (const Query query = node_query(child); !query.empty()) {
        group.all.push_back(query);
      }
    }
    return assemble(std::move(group));
  }

  Query or_query(const QueryNode& node) {
    std::vector<Query> parts;
    for (const QueryNode& child : node.children) {
      if (const Query query = node_query(child); !query.empty()) {
        parts.push_back(query);
      }
    }
    return parts.empty() ? Query() : combine(Query::OP_OR, parts);
  }

  struct WordCounts {
    std::map<std::pair<Field, std::string>, Xapian::termcount> times;
    std::size_t words = 0;
    std::size_t stop_words = 0;
  };

  // Units of the words directly below `node`; `first` is the unit of its first leaf.
  [[nodiscard]] WordCounts count_words(const QueryNode& node, std::size_t first) const {
    WordCounts counts;
    for (const QueryNode& child : node.children) {
      if (child.kind == NodeKind::kWord) {
        const QueryUnit& unit = units_[first];
        ++counts.times[{unit.field, unit.typed}];
        ++counts.words;
        counts.stop_words += is_stop_word_unit(unit) ? 1U : 0U;
      }
      first += leaf_units(child);
    }
    return counts;
  }

  static std::size_t leaf_units(const QueryNode& node) {
    const bool leaf = node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase ||
                      node.kind == NodeKind::kPrefix;
    std::size_t count = leaf ? 1 : 0;
    for (const QueryNode& child : node.children) {
      count += leaf_units(child);
    }
    return count;
  }

  [[nodiscard]] bool is_stop_word_unit(const QueryUnit& unit) const {
    return unit.words.size() == 1 && unit.words.front().acronym.empty() &&
           unit.field == Field::kAny &&
           is_stop_word_of_index(unit.words.front(), context_.languages);
  }

  std::span<QueryUnit> units_;
  Words words_;
  const PlanContext& context_;
  UnitQueries queries_;
  DemandedUnits demanded_;  // with Words::kSome
  std::vector<std::size_t> droppable_;
  std::size_t next_ = 0;  // unit of the next leaf in tree order
};

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

// "US" must not find "us" where "us" is a stop word; "NATO" may find "nato".
void tell_acronyms_apart(QueryUnit& unit, const PlanContext& context) {
  for (UnitWord& word : unit.words) {
    word.acronym_only = !word.acronym.empty() && is_stop_word_of_index(word, context.languages);
  }
}

const std::vector<std::string> kNoStems;

// Inverse document frequency of the most frequent form, for choosing passages.
void weigh(QueryUnit& unit, const PlanContext& context) {
  const double articles = context.database.get_doccount();
  const auto prefix = field_prefix(unit.field);
  double weight = 0;
  for (const UnitWord& word : unit.words) {
    if (!word.acronym_only && is_stop_word_of_index(word, context.languages)) {
      continue;
    }
    const std::string& form = word.acronym_only ? word.acronym : word.term;
    double frequency = context.database.get_termfreq(text_term(prefix, form));
    for (const std::string& stem : word.acronym_only ? kNoStems : word.stems) {
      frequency =
          std::max<double>(frequency, context.database.get_termfreq(stem_term(prefix, stem)));
    }
    weight += std::log((articles + 1) / (frequency + 0.5));
  }
  unit.weight = std::max(weight, 0.01);
}

bool any_unit_ranks(std::span<const QueryUnit> units) {
  return std::any_of(units.begin(), units.end(), [](const QueryUnit& unit) {
    return !unit.negated && !unit.words.empty() &&
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
  for (QueryUnit& unit : plan.units) {
    tell_acronyms_apart(unit, context);
    weigh(unit, context);
  }
  const auto pairs = adjacent_pairs(plan.units, context);
  TreePlanner whole(plan.units, match == Match::kAny ? Words::kAny : Words::kAll, context);
  plan.strict = with_bonus(whole.plan(root), pairs);
  plan.ranked = any_unit_ranks(plan.units);
  if (match != Match::kAuto || whole.droppable().empty()) {
    return plan;
  }
  TreePlanner some(plan.units, Words::kSome, context);
  std::vector<Query> steps;
  for (const DemandedUnits& demanded :
       relaxation_steps(droppable_words(whole.droppable(), plan.units, context))) {
    const Query step = with_bonus(some.plan(root, demanded), pairs);
    if (steps.empty() || step.get_description() != steps.back().get_description()) {
      steps.push_back(step);
    }
  }
  plan.strict = steps.front();
  plan.looser.assign(steps.begin() + 1, steps.end());
  return plan;
}

}  // namespace lede
