// One term, a synonym of several, or a phrase of such.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/writing_query.h"

#include "common/schema.h"
#include "searcher/plan/exclusion.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

using Xapian::Query;

std::vector<Query> terms_of(const WordSlot& slot, Field field) {
  std::vector<Query> terms;
  for (const std::string& term : slot.terms) {
    terms.emplace_back(text_term(field_prefix(field), term));
  }
  return terms;
}

}  // namespace

Query no_article() { return Query(boolean_term(prefix::kId, "")); }

Query combined(Query::op op, const std::vector<Query>& parts) {
  return parts.size() == 1 ? parts.front() : Query(op, parts.begin(), parts.end());
}

Query first_matching(const std::vector<Query>& parts) {
  std::vector<Query> disjoint;
  disjoint.reserve(parts.size());
  Query before;
  for (const Query& part : parts) {
    disjoint.push_back(before.empty() ? part : without(part, before));
    before = before.empty() ? part : Query(Query::OP_OR, before, part);
  }
  return combined(Query::OP_OR, disjoint);
}

Query any_term(std::span<const Writing> writings) {
  std::vector<Query> terms;
  for (const Writing& writing : writings) {
    for (Query& term : terms_of(writing.slots.front(), writing.field)) {
      terms.push_back(std::move(term));
    }
  }
  return terms.empty() ? Query() : combined(Query::OP_OR, terms);
}

Query writing_query(const Writing& writing) {
  std::vector<Query> slots;
  const Query::op op = writing.slots.size() == 1 ? Query::OP_SYNONYM : Query::OP_OR;
  for (const WordSlot& slot : writing.slots) {
    const auto terms = terms_of(slot, writing.field);
    if (terms.empty()) {
      return Query();
    }
    slots.push_back(combined(op, terms));
  }
  if (slots.size() < 2) {
    return slots.empty() ? Query() : slots.front();
  }
  return {Query::OP_PHRASE, slots.begin(), slots.end(),
          static_cast<Xapian::termcount>(slots.size())};
}

Query any_writing(std::span<const Writing> writings) {
  std::vector<Query> parts;
  for (const Writing& writing : writings) {
    if (Query query = writing_query(writing); !query.empty()) {
      parts.push_back(std::move(query));
    }
  }
  return parts.empty() ? no_article() : first_matching(parts);
}

}  // namespace lede
