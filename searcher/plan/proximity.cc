// Xapian's own NEAR and PHRASE where every part is one word and none could be another; else what
// has all parts, and a look at the text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/proximity.h"

#include <algorithm>
#include <set>
#include <string_view>
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

// Whether one word of a text can be met by two parts. Xapian 1.4.22 misses articles then: it goes
// past positions that another choice of words would have needed.
// The first words of every writing of a part.
std::vector<Writing> first_words(const QueryUnit& part) {
  std::vector<Writing> first;
  for (const Writing& writing : part.writings) {
    first.push_back({writing.field, {writing.slots.front()}});
  }
  return first;
}

// Whether one word of a text can begin two parts. Xapian 1.4.22 misses articles then: it goes past
// positions that another choice of words would have needed.
bool share_terms(const QueryUnit& group) {
  std::set<std::string_view> seen;
  for (const QueryUnit& part : group.parts) {
    std::set<std::string_view> own;
    for (const Writing& writing : part.writings) {
      own.insert(writing.slots.front().terms.begin(), writing.slots.front().terms.end());
    }
    const std::size_t before = seen.size();
    seen.insert(own.begin(), own.end());
    if (seen.size() < before + own.size()) {
      return true;
    }
  }
  return false;
}

// The first words of all parts within `words` of each other.
Query window(const QueryUnit& group, Query::op op, Xapian::termcount words) {
  std::vector<Query> parts;
  for (const QueryUnit& part : group.parts) {
    parts.push_back(any_term(first_words(part)));
    if (parts.back().empty()) {
      return no_article();
    }
  }
  return {op, parts.begin(), parts.end(), words};
}

// By how many words the parts can be longer than one each.
Xapian::termcount extra_words(const QueryUnit& group) {
  std::size_t extra = 0;
  for (const QueryUnit& part : group.parts) {
    std::size_t longest = 1;
    for (const Writing& writing : part.writings) {
      longest = std::max(longest, writing.slots.size());
    }
    extra += longest - 1;
  }
  return static_cast<Xapian::termcount>(extra);
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
  if (group.parts.size() < 2) {
    return all_parts(group);
  }
  const auto op = group.kind == NodeKind::kAdjacent ? Query::OP_PHRASE : Query::OP_NEAR;
  Query candidates = all_parts(group);
  if (group.kind != NodeKind::kSentence && !share_terms(group)) {
    if (one_word_each(group)) {
      return window(group, op, group.distance + 1);
    }
    const Query first = window(group, op, group.distance + 1 + extra_words(group));
    candidates = Query(Query::OP_FILTER, candidates, first);
  }
  return {Query::OP_FILTER, candidates, text_check(group, analyzer, budget)};
}

}  // namespace

// One AND_MAYBE a writing: see with_bonuses() in tree_query.cc.
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
