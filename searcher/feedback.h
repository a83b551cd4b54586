// Pseudo-relevance feedback: words of the best hits, to rank by them too.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace lede {

// The stems that tell the ten best matches of `query` from all other articles most, twenty of them
// without the query's own, by the Bo1 model (Amati, "Probability models for information retrieval
// based on divergence from randomness", 2003). Each counts as its share of the best one's weight
// times 0.1. A query for the right of an AND_MAYBE: it adds no matches. Empty when there is none.
[[nodiscard]] Xapian::Query feedback_query(const Xapian::Database& database,
                                           const Xapian::Query& query);

}  // namespace lede
