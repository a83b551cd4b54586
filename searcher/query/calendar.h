// Days, months and years as stretches of seconds, by the proleptic Gregorian calendar, in UTC.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <date/date.h>

#include <cstdint>
#include <string>

namespace lede::query {

// [from, to) in seconds since 1970 UTC. "7d" and "now" are moments: the stretch from then to now,
// and as one end of a range the moment itself.
struct Period {
  std::int64_t from = 0;
  std::int64_t to = 0;
  bool moment = false;

  bool operator==(const Period&) const = default;
};

// The years dates may have. Relative dates that lead outside stop at the edge.
inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 9999;

// The first second of `day`.
[[nodiscard]] std::int64_t start_of(date::sys_days day);

[[nodiscard]] Period day_period(date::sys_days day);
[[nodiscard]] Period week_period(date::sys_days any_day);  // from Monday
[[nodiscard]] Period month_period(date::year_month month);
[[nodiscard]] Period year_period(date::year year);

// `instant` within the years above, so that no arithmetic on it can overflow.
[[nodiscard]] std::int64_t within_calendar(std::int64_t instant);

// The day `instant` falls on.
[[nodiscard]] date::sys_days day_of(std::int64_t instant);

// `instant` moved by whole months; the 31st becomes the last day of a shorter month.
[[nodiscard]] std::int64_t months_before(std::int64_t instant, int months);

// "2024-05-31", or "2024-05-31T12:30:00" when `instant` is not midnight.
[[nodiscard]] std::string show_instant(std::int64_t instant);

}  // namespace lede::query
