// What neighbours in the query add to the score of articles that have them as neighbours.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/plan/index_languages.h"
#include "searcher/plan/units.h"

namespace lede {

// For each two words side by side in the query: a bonus where they stand so in the article, and,
// stop words between them left out, one where they stand near each other in any order. Positions
// are those of exact forms, so only the forms typed count.
[[nodiscard]] std::vector<Xapian::Query> neighbour_bonuses(
    std::span<const QueryUnit> units, std::span<const IndexLanguage> languages);

// `query` with each bonus added to the score of the articles that match both.
[[nodiscard]] Xapian::Query with_bonuses(Xapian::Query query,
                                         const std::vector<Xapian::Query>& bonuses);

}  // namespace lede
