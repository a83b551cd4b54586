// AND_NOT, with nothing on its right side that only weighs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/exclusion.h"

#include <vector>

namespace lede {
namespace {

using Xapian::Query;

// What an article must have to be matched, whatever it weighs.
Query demanded(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return demanded(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT: {
      std::vector<Query> parts;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        parts.push_back(demanded(query.get_subquery(i)));
      }
      return {query.get_type(), parts.begin(), parts.end()};
    }
    default:
      return query;
  }
}

}  // namespace

// On the right side of an AND_NOT Xapian 1.4.22 leaves the greatest weights of an AND_MAYBE
// uninitialised. Where that memory happens to hold something negative, the AND_MAYBE turns into an
// AND, and articles that should be left out are not.
Query without(const Query& query, const Query& excluded) {
  return {Query::OP_AND_NOT, query, demanded(excluded)};
}

}  // namespace lede
