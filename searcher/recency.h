// New articles a little higher: an additive weight by age.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

#include "searcher/search.h"

namespace lede {

// An article of age `a` days adds share * `words_weight` * 30 / (30 + a) to its score, where the
// share is 0.2 for kMild and 0.8 for kStrong; `words_weight` is the sum of the query words' inverse
// document frequencies, so that a longer query, whose scores are higher, is moved as much. After a
// month half of it is left, after a year a thirteenth. Articles of the future have no age; those
// without a date get nothing. A query of that weight, for the right of an AND_MAYBE.
[[nodiscard]] Xapian::Query recency_query(Recency recency, double words_weight, std::int64_t now);

}  // namespace lede
