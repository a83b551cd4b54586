// Counting what the articles that match have in common.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/facets/facets.h"

namespace lede {

struct FacetCounts {
  std::vector<Facet> facets;  // in the order asked for
  std::optional<Timeline> timeline;
  std::uint64_t total = 0;  // articles that match, exactly
};

// Counts over all that `query` matches, in one pass for all facets, and one more where articles
// with a year alone must be told from those of its first month. An article with several authors
// counts for each. Throws Xapian::Error.
[[nodiscard]] FacetCounts count_facets(const Xapian::Database& database, const Xapian::Query& query,
                                       const FacetRequest& request);

}  // namespace lede
