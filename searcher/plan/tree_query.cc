// A group of the tree at a time, from what must match to what must not.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/tree_query.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

#include "common/schema.h"
#include "searcher/plan/date_query.h"
#include "searcher/plan/exclusion.h"
#include "searcher/plan/proximity.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/writing_query.h"

namespace lede {

using Xapian::Query;

// What the children of one group come to, before they are put together.
struct TreePlanner::Group {
  std::vector<Query> all;      // must match
  std::vector<Query> any;      // one of them must match, unless something else must
  std::vector<Query> filters;  // must match, without weight
  std::vector<Query> without;  // must not match

  Query assembled() &&;
};

struct TreePlanner::WordCounts {
  std::map<std::pair<Field, std::string>, Xapian::termcount> times;
  std::size_t words = 0;
  std::size_t stop_words = 0;
};
namespace {

// One AND_MAYBE a bonus: under a single AND_MAYBE with an OR of phrases Xapian 1.4.22 also counts
// phrases that are not there.
Query with_bonuses(Query query, const std::vector<Query>& bonuses) {
  if (query.empty()) {
    return query;
  }
  for (const Query& bonus : bonuses) {
    query = Query(Query::OP_AND_MAYBE, query, bonus);
  }
  return query;
}

}  // namespace

Query TreePlanner::Group::assembled() && {
  if (all.empty() && any.empty() && filters.empty() && without.empty()) {
    return Query();  // nothing was asked for, which is not the same as everything
  }
  if (all.empty() && !any.empty()) {
    all.push_back(combined(Query::OP_OR, any));
    any.clear();
  }
  Query query = all.empty() ? Query::MatchAll : combined(Query::OP_AND, all);
  if (all.empty()) {
    query = Query(0.0, query);
  }
  query = with_bonuses(std::move(query), any);
  if (!filters.empty()) {
    query = Query(Query::OP_FILTER, query, combined(Query::OP_AND, filters));
  }
  if (!without.empty()) {
    query = lede::without(query, combined(Query::OP_OR, without));
  }
  return query;
}

TreePlanner::TreePlanner(const QueryNode& root, std::span<QueryUnit> units, Words words,
                         const PlanContext& context, std::shared_ptr<CheckBudget> checks)
    : root_(root),
      units_(units),
      words_(words),
      context_(context),
      checks_(std::move(checks)),
      queries_(context.languages) {
  for_each_unit_node(root, [&](const QueryNode& node, bool /*negated*/) {
    by_node_.emplace(&node, by_node_.size());
  });
  assert(by_node_.size() == units.size());
}

Query TreePlanner::node_query(const QueryNode& node) {
  const Query query = unboosted_query(node);
  return node.boost == 1 || query.empty() ? query : Query(node.boost, query);
}

Query TreePlanner::unboosted_query(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPrefix:
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
    case NodeKind::kNear:
    case NodeKind::kAdjacent:
    case NodeKind::kSentence:
      return leaf_query(units_[unit_of(node)]);
    case NodeKind::kWords:
      return words_query(node);
    case NodeKind::kAnd:
      return and_query(node);
    case NodeKind::kOr:
      return or_query(node);
    default: {
      Group alone;
      add_to(alone, node);
      return std::move(alone).assembled();
    }
  }
}

Query TreePlanner::unit_query(const QueryUnit& unit, Xapian::termcount times, bool strict) const {
  if (is_group(unit.kind)) {
    return group_query(unit, context_.analyzer, checks_);
  }
  if (unit.words.empty()) {
    return Query();  // nothing but punctuation: matches nothing, the caller leaves it out
  }
  return strict ? queries_.strict(unit, times) : queries_.loose(unit, times);
}

// A leaf that no group of words may drop.
Query TreePlanner::leaf_query(const QueryUnit& unit) const {
  return unit_query(unit, 1, words_ != Words::kAny || unit.required || unit.negated);
}

// Whether a word of a group must match.
bool TreePlanner::demands(std::size_t unit) const {
  return words_ == Words::kAll || units_[unit].required || units_[unit].negated ||
         (words_ == Words::kSome && std::binary_search(demanded_.begin(), demanded_.end(), unit));
}

// Anything but a word: a filter, a negation, everything.
bool TreePlanner::add_to(Group& group, const QueryNode& node) {
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

Query TreePlanner::words_query(const QueryNode& node) {
  Group group;
  const auto counts = count_words(node);
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
    QueryUnit& unit = units_[unit_of(child)];
    unit.ignored = !only_stop_words && !unit.required && is_stop_word_unit(unit);
    unit.asks =
        counts.words - counts.stop_words >= ranking::kQuestionWords && is_request_word_unit(unit);
    const auto key = std::make_pair(unit.field, unit.typed);
    if (!unit.ignored && seen.insert(key).second) {
      add_word(group, child, counts.times.at(key));
    }
  }
  return std::move(group).assembled();
}

void TreePlanner::add_word(Group& group, const QueryNode& node, Xapian::termcount times) {
  const std::size_t index = unit_of(node);
  const QueryUnit& unit = units_[index];
  const bool demanded = demands(index);
  const Query query = unit_query(unit, times, demanded);
  if (query.empty()) {
    return;
  }
  const double share = node.boost * (unit.asks ? ranking::kRequestWordShare : 1);
  (demanded ? group.all : group.any).push_back(share == 1 ? query : Query(share, query));
  if (!unit.required && !unit.negated) {
    droppable_.push_back(index);
  }
}

// Phrases, groups and the like: never dropped by relaxation.
void TreePlanner::add_part(Group& group, const Query& query, const QueryNode& child) const {
  if (!query.empty()) {
    (words_ == Words::kAny && !child.required ? group.any : group.all).push_back(query);
  }
}

Query TreePlanner::and_query(const QueryNode& node) {
  Group group;
  for (const QueryNode& child : node.children) {
    if (add_to(group, child)) {
      continue;
    }
    if (const Query query = node_query(child); !query.empty()) {
      group.all.push_back(query);
    }
  }
  return std::move(group).assembled();
}

Query TreePlanner::or_query(const QueryNode& node) {
  std::vector<Query> parts;
  for (const QueryNode& child : node.children) {
    if (const Query query = node_query(child); !query.empty()) {
      parts.push_back(query);
    }
  }
  return parts.empty() ? Query() : combined(Query::OP_OR, parts);
}

// Of the words directly below `node`.
TreePlanner::WordCounts TreePlanner::count_words(const QueryNode& node) const {
  WordCounts counts;
  for (const QueryNode& child : node.children) {
    if (child.kind == NodeKind::kWord) {
      const QueryUnit& unit = units_[unit_of(child)];
      ++counts.times[{unit.field, unit.typed}];
      ++counts.words;
      counts.stop_words += is_stop_word_unit(unit) ? 1U : 0U;
    }
  }
  return counts;
}

bool TreePlanner::is_stop_word_unit(const QueryUnit& unit) const {
  return unit.words.size() == 1 && unit.words.front().acronym.empty() &&
         unit.field == Field::kAny && is_stop_word_of_index(unit.words.front(), context_.languages);
}

bool TreePlanner::is_request_word_unit(const QueryUnit& unit) const {
  return unit.words.size() == 1 && unit.field == Field::kAny && !unit.required &&
         is_request_word_of_index(unit.words.front(), context_.languages);
}

}  // namespace lede
