// Ranges over the published slot.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/date_query.h"

#include <cstdint>
#include <limits>
#include <string>

#include "common/schema.h"
#include "searcher/plan/writing_query.h"

namespace lede {

Xapian::Query date_query(const DateRange& range) {
  const auto bound = [](std::int64_t instant) {
    return Xapian::sortable_serialise(static_cast<double>(instant));
  };
  const std::int64_t first = range.from.value_or(std::numeric_limits<std::int32_t>::min() * 8LL);
  if (range.to && *range.to <= first) {
    return Xapian::Query::MatchNothing;
  }
  if (!range.to) {
    return {Xapian::Query::OP_VALUE_GE, slot::kPublished, bound(first)};
  }
  return {Xapian::Query::OP_VALUE_RANGE, slot::kPublished, bound(first), bound(*range.to - 1)};
}

}  // namespace lede
