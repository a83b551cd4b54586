// Days, months and years as stretches of seconds, by the proleptic Gregorian calendar, in a time
// zone.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <date/date.h>

#include <cstdint>
#include <string>

#include "searcher/query/time_zone.h"

namespace lede::query {

// [from, to) in seconds since 1970 UTC. "7d" and "now" are moments: the stretch from then to now,
// and as one end of a range the moment itself.
struct Period {
  std::int64_t from = 0;
  std::int64_t to = 0;
  bool moment = false;

  bool operator==(const Period&) const = default;
};

// A date as it is written; 0 where a part is not.
struct CalendarDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The years dates may have. Relative dates that lead outside stop at the edge.
inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 9999;

// The first second of `day` on a wall clock (see TimeZone).
[[nodiscard]] std::int64_t start_of(date::sys_days day);

// Of a day that a zone left out, nothing: [from, from).
[[nodiscard]] Period day_period(date::sys_days day, const TimeZone& zone);
[[nodiscard]] Period week_period(date::sys_days any_day, const TimeZone& zone);  // from Monday
[[nodiscard]] Period month_period(date::year_month month, const TimeZone& zone);
[[nodiscard]] Period year_period(date::year year, const TimeZone& zone);

// `instant` within the years above, so that no arithmetic on it can overflow.
[[nodiscard]] std::int64_t within_calendar(std::int64_t instant);

// The day a wall clock shows at `local`.
[[nodiscard]] date::sys_days day_of(std::int64_t local);

// `local` moved by whole months; the 31st becomes the last day of a shorter month.
[[nodiscard]] std::int64_t months_before(std::int64_t local, int months);

// "2024-05-31", or "2024-05-31T12:30:00" when `instant` is not midnight; UTC.
[[nodiscard]] std::string show_instant(std::int64_t instant);

}  // namespace lede::query
