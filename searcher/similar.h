// More like this: a query of a document's own words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string_view>

#include "common/result.h"
#include "searcher/plan/planner.h"

namespace lede {

// Finds other articles by the 25 stems that tell most about the one with this id: the logarithm of
// how often it has them (a title word counts as three, and half as much again) times their inverse
// document frequency. kNotFound when there is no such article. Throws Xapian::Error.
[[nodiscard]] Result<QueryPlan> plan_similar(const Xapian::Database& database, std::string_view id);

}  // namespace lede
