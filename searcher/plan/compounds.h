// Words that are written apart, with a hyphen or as one: "long range", "long-range", "longrange".
// The analyzer makes the hyphen meet the other two; here they meet each other.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "searcher/plan/planner.h"
#include "searcher/plan/units.h"

namespace lede {

// Adds the writings that the index has to words typed side by side, to words typed as one, and to
// those of phrases and of words that must stand together. Throws Xapian::Error.
void add_compound_writings(const QueryNode& root, std::span<QueryUnit> units,
                           const PlanContext& context);

}  // namespace lede
