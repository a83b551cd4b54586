// Words near each other: NEAR, ADJ and SENTENCE, and what they can join.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/tokens.h"
#include "searcher/query/tree.h"
#include "searcher/query/warnings.h"

namespace lede::query {

// Where none is typed: NEAR is about a sentence's half, ADJ means the very next word.
inline constexpr std::uint32_t kNearDistance = 10;
inline constexpr std::uint32_t kAdjacentDistance = 1;

// "NEAR", "NEAR/5", "ADJ/2", "SENTENCE"; W/5 and PRE/5 are other names of NEAR/5 and ADJ/5.
struct Proximity {
  NodeKind kind = NodeKind::kNear;
  std::string_view number;  // digits after the slash; empty where there is none
};

[[nodiscard]] std::optional<Proximity> proximity_of(std::string_view word);

// `parts` with `links`, kProximity tokens all, one between each two: a single node. Where they
// cannot be joined so, the parts as they are, with a warning. In a chain the distances add up.
[[nodiscard]] std::vector<QueryNode> join_near(std::vector<QueryNode> parts,
                                               const std::vector<const Token*>& links,
                                               Warnings& warnings);

}  // namespace lede::query
