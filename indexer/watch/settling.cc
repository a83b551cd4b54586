// When to act on changes that keep coming: not before they pause, but not too late either.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch/settling.h"

#include <algorithm>

namespace lede {

void Settling::change(Clock::time_point now) {
  if (!first_) {
    first_ = now;
  }
  last_ = now;
}

void Settling::done(Clock::time_point begin, Clock::time_point end) {
  // What changed meanwhile may have been read too early.
  if (first_ && last_ < begin) {
    first_.reset();
  }
  constexpr std::chrono::seconds kLongestPause{60};
  not_before_ = end + std::min<Clock::duration>(end - begin, kLongestPause);
}

std::optional<Settling::Clock::time_point> Settling::due() const {
  if (!first_) {
    return std::nullopt;
  }
  return std::max(std::min(last_ + times_.quiet, *first_ + times_.most), not_before_);
}

}  // namespace lede
