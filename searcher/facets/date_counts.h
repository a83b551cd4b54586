// From instants to years, months and days, and how many of each.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "searcher/facets/facets.h"

namespace lede {

using InstantCounts = std::map<std::int64_t, std::uint64_t>;  // seconds since 1970 UTC
using DateCounts = std::map<std::string, std::uint64_t>;      // "2024", "2024-05", "2024-05-31"

// Longer timelines are made of the next longer interval.
inline constexpr std::size_t kMostBuckets = 5000;

// `asked`, or what suits the span where it is kAuto: days up to three months, months up to six
// years, else years. Longer than asked where there would be more than kMostBuckets.
[[nodiscard]] Interval fitting_interval(const InstantCounts& instants, Interval asked);

// Whether a date that is known to the year (or, for days, the month) alone may be among them: it
// is stored as the first second of it.
[[nodiscard]] bool may_be_coarse(const InstantCounts& instants, Interval interval);

[[nodiscard]] DateCounts count_dates(const InstantCounts& instants, Interval interval);

// With a count of 0 for what lies between the first and the last and has none.
[[nodiscard]] DateCounts without_gaps(const DateCounts& counts, Interval interval);

}  // namespace lede
