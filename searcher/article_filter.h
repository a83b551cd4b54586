// Which articles are asked about at all, whatever the words: those of some days, of some outlets.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/facets/facets.h"
#include "searcher/query/tree.h"

namespace lede {

struct ArticleFilter {
  DateRange dates;
  std::vector<FieldFilter> fields;
};

// Those that `query` matches and `filter` lets through; the filter carries no weight. Throws
// Xapian::Error.
[[nodiscard]] Xapian::Query filtered(const Xapian::Query& query, const ArticleFilter& filter);

}  // namespace lede
