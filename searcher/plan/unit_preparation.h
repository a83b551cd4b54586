// Making analysed units ready to be planned: what only the index can tell about them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "searcher/plan/planner.h"
#include "searcher/plan/units.h"

namespace lede {

// Tells acronyms from words, keeps units within limit.h, fills their slots with terms of the index
// and sets their weights. Returns what was cut. Throws Xapian::Error.
[[nodiscard]] std::vector<QueryWarning> prepare_units(std::span<QueryUnit> units,
                                                      const PlanContext& context);

}  // namespace lede
