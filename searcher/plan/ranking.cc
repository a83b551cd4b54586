// BM25 of one term, as Xapian computes it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/ranking.h"

#include <algorithm>
#include <cmath>

namespace lede::ranking {

double bm25_weight(const TermStatistics& term, double wdf, double length) {
  double odds = (term.documents - term.frequency + 0.5) / (term.frequency + 0.5);
  odds = odds < 2 ? odds * 0.5 + 1 : odds;  // keeps very common terms above 0
  const double normalized = std::max(length / term.mean_length, kMinNormalizedLength);
  const double saturation = kK1 * (1 - kB + kB * normalized);
  return std::log(odds) * (kK1 + 1) * wdf / (saturation + wdf);
}

}  // namespace lede::ranking
