// Xapian's own NEAR and PHRASE where every part is one word; else what has all parts, and a look
// at the text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/proximity.h"

#include <algorithm>
#include <set>
#include <vector>

#include "searcher/plan/writing_query.h"

namespace lede {
namespace {

using Xapian::Query;

bool one_word_each(const QueryUnit& group) {
  return std::all_of(group.parts.begin(), group.parts.end(), [](const QueryUnit& part) {
    return std::all_of(part.writings.begin(), part.writings.end(),
                       [](const Writing& writing) { return writing.slots.size() == 1; });
  });
}

Query window(const QueryUnit& group) {
  std::vector<Query> parts;
  for (const QueryUnit& part : group.parts) {
    parts.push_back(any_term(part.writings));
    if (parts.back().empty()) {
      return Query::MatchNothing;
    }
  }
  const auto op = group.kind == NodeKind::kAdjacent ? Query::OP_PHRASE : Query::OP_NEAR;
  return {op, parts.begin(), parts.end(), group.distance + 1};
}

Query all_parts(const QueryUnit& group) {
  std::vector<Query> parts;
  for (const QueryUnit& part : group.parts) {
    parts.push_back(any_writing(part.writings));
  }
  return combined(Query::OP_AND, parts);
}

Query found_together(const QueryUnit& group, Analyzer& analyzer,
                     const std::shared_ptr<CheckBudget>& budget) {
  if (group.parts.size() < 2 || !in_one_text(group)) {
    return all_parts(group);
  }
  if (group.kind != NodeKind::kSentence && one_word_each(group)) {
    return window(group);
  }
  return {Query::OP_FILTER, all_parts(group), text_check(group, analyzer, budget)};
}

}  // namespace

bool in_one_text(const QueryUnit& group) {
  std::set<Field> fields;
  for (const QueryUnit& part : group.parts) {
    for (const Writing& writing : part.writings) {
      // The title's words have the same positions as words of the title and as words of any text.
      fields.insert(writing.field == Field::kTitle ? Field::kAny : writing.field);
    }
  }
  return fields.size() < 2;
}

// One AND_MAYBE a writing: see with_bonuses().
Query group_query(const QueryUnit& group, Analyzer& analyzer,
                  const std::shared_ptr<CheckBudget>& budget) {
  if (group.parts.empty()) {
    return Query();
  }
  Query query(0.0, found_together(group, analyzer, budget));
  for (const QueryUnit& part : group.parts) {
    for (const Writing& writing : part.writings) {
      if (const Query weight = writing_query(writing); !weight.empty()) {
        query = Query(Query::OP_AND_MAYBE, query, weight);
      }
    }
  }
  return query;
}

}  // namespace lede
