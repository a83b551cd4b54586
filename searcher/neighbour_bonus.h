// The second phase of ranking: what articles gain by having the query's neighbours as neighbours.
// Xapian's own phrases in the first phase would read positions of every article that has the words;
// here only those of the best are read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <vector>

#include "searcher/plan/neighbours.h"

namespace lede {

// For each of `documents` (ascending, without repetition) the sum of the bonuses of `pairs`: for
// either closeness a share (ranking.h) of the BM25 weights of both words. Throws Xapian::Error.
[[nodiscard]] std::vector<double> neighbour_bonuses(const Xapian::Database& database,
                                                    std::span<const NeighbourPair> pairs,
                                                    std::span<const Xapian::docid> documents);

struct RankedDocument {
  Xapian::docid id = 0;
  double score = 0;
  double bonus = 0;  // in the score
};

// `ranked` is best first by the first phase. The best of them (ranking::kSecondPhase) gain their
// bonuses and are put in order anew; the rest follows as it is. Only the first `wanted` are sure to
// have theirs: positions of those that cannot come so far are not read. Throws Xapian::Error.
void rank_with_neighbours(const Xapian::Database& database, std::span<const NeighbourPair> pairs,
                          std::size_t wanted, std::vector<RankedDocument>& ranked);

}  // namespace lede
