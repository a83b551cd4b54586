// The shape every tree has: nothing that combines fewer than two things, NOT only where it means
// something, "*" only where it adds something.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/query/tree.h"

namespace lede::query {

// `parts` combined as `kind` (kWords, kAnd or kOr) says; one alone is itself, none is nothing.
[[nodiscard]] std::optional<QueryNode> join(NodeKind kind, std::vector<QueryNode> parts);

// What `node` excludes, typed from byte `start` on. Twice negated is not negated.
[[nodiscard]] QueryNode negate(QueryNode node, std::size_t start);

// Whether "^2" after `node` says anything: not after a filter, which has no weight.
[[nodiscard]] bool can_weigh(const QueryNode& node);

}  // namespace lede::query
