// Which words of a query are neighbours, for the second phase of ranking.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "searcher/plan/index_languages.h"
#include "searcher/plan/units.h"

namespace lede {

// Two words that follow each other in the query. The terms are those of exact forms, which alone
// have positions, so only the forms typed count.
struct NeighbourPair {
  std::string first;
  std::string second;
  bool adjacent = false;  // a bonus where they stand side by side in this order
  bool near = false;      // a bonus where they stand near each other in any order

  bool operator==(const NeighbourPair&) const = default;
};

// Each two ranked words side by side in the query; stop words between them are left out, and then
// the two need only be near.
[[nodiscard]] std::vector<NeighbourPair> neighbour_pairs(std::span<const QueryUnit> units,
                                                         std::span<const IndexLanguage> languages);

}  // namespace lede
