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
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

using Xapian::Query;

// How words side by side are combined.
enum class Words { kAll, kAny, kAnyButPhrases };

// What the children of one group come to, before they are put together.
struct Group {
  std::vector<Query> all;      // must match
  std::vector<Query> any;      // one of them must match
  std::vector<Query> filters;  // must match, without weight
  std::vector<Query> without;  // must not match
};

Query combine(Query::op op, const std::vector<Query>& parts) {
  return parts.size() == 1 ? parts.front() : Query(op, parts.begin(), parts.end());
}

Query assemble(Group group) {
  if (group.all.empty() && group.any.empty() && group.filters.empty() && group.without.empty()) {
    return Query();  // nothing was asked for, which is not the same as everything
  }
  if (!group.any.empty()) {
    group.all.push_back(combine(Query::OP_OR, group.any));
  }
  Query query = group.all.empty() ? Query::MatchAll : combine(Query::OP_AND, group.all);
  if (group.all.empty()) {
    query = Query(0.0, query);
  }
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

 private:
  Query node_query(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kWord:
      case NodeKind::kPhrase:
      case NodeKind::kPrefix:
        return unit_query(units_[next_++], 1);
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

  Query unit_query(const QueryUnit& unit, Xapian::termcount times) {
    if (unit.words.empty()) {
      return Query();  // nothing but punctuation: matches nothing, the caller leaves it out
    }
    return words_ == Words::kAll || unit.required ? queries_.strict(unit, times)
                                                  : queries_.loose(unit, times);
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
      QueryUnit& unit = units_[next_++];
      unit.ignored = !only_stop_words && !unit.required && is_stop_word_unit(unit);
      const auto key = std::make_pair(unit.field, unit.typed);
      if (unit.ignored || !seen.insert(key).second) {
        continue;
      }
      add_part(group, unit_query(unit, counts.times.at(key)), child);
    }
    return assemble(std::move(group));
  }

  void add_part(Group& group, const Query& query, const QueryNode& child) const {
    if (query.empty()) {
      return;
    }
    const bool optional =
        words_ == Words::kAny || (words_ == Words::kAnyButPhrases && child.kind == NodeKind::kWord);
    (optional && !child.required ? group.any : group.all).push_back(query);
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

// One AND_MAYBE a pair: under a single AND_MAYBE with an OR of phrases Xapian 1.4.22 also counts
// phrases that are not there (tests/integration/ranking_oracle_test.cc sees it).
Query with_bonus(Query query, const std::vector<Query>& pairs) {
  if (query.empty()) {
    return query;
  }
  for (const Query& pair : pairs) {
    query = Query(Query::OP_AND_MAYBE, query, pair);
  }
  return query;
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
  const auto planned = [&](Words words) {
    return with_bonus(TreePlanner(plan.units, words, context).plan(root), pairs);
  };
  plan.strict = planned(match == Match::kAny ? Words::kAny : Words::kAll);
  const bool several =
      plan.units.size() > 1 || (!plan.units.empty() && plan.units[0].words.size() > 1);
  if (match == Match::kAuto && several) {
    plan.loose = planned(Words::kAnyButPhrases);
  }
  plan.ranked = any_unit_ranks(plan.units);
  return plan;
}

}  // namespace lede
