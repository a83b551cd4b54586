// Articles published in a span of time, as a Xapian query.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "searcher/query/tree.h"

namespace lede {

// Articles without a date are in no range. Carries no weight.
[[nodiscard]] Xapian::Query date_query(const DateRange& range);

}  // namespace lede
