// Stretches of time by the calendar.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/calendar.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace lede::query {
namespace {

constexpr std::int64_t kSecondsADay = 86400;

date::sys_days first_day(int year) { return date::sys_days(date::year{year} / 1 / 1); }

// From the first moment of one day to that of another.
Period stretch(date::sys_days from, date::sys_days to, const TimeZone& zone) {
  return {zone.instant_of(start_of(from)), zone.instant_of(start_of(to))};
}

}  // namespace

std::int64_t start_of(date::sys_days day) {
  return static_cast<std::int64_t>(day.time_since_epoch().count()) * kSecondsADay;
}

Period day_period(date::sys_days day, const TimeZone& zone) {
  return stretch(day, day + date::days{1}, zone);
}

Period week_period(date::sys_days any_day, const TimeZone& zone) {
  const date::sys_days monday = any_day - (date::weekday{any_day} - date::Monday);
  return stretch(monday, monday + date::weeks{1}, zone);
}

Period month_period(date::year_month month, const TimeZone& zone) {
  return stretch(date::sys_days(month / 1), date::sys_days((month + date::months{1}) / 1), zone);
}

Period year_period(date::year year, const TimeZone& zone) {
  return stretch(first_day(static_cast<int>(year)), first_day(static_cast<int>(year) + 1), zone);
}

std::int64_t within_calendar(std::int64_t instant) {
  return std::clamp(instant, start_of(first_day(kFirstYear)),
                    start_of(first_day(kLastYear + 1)) - 1);
}

date::sys_days day_of(std::int64_t local) {
  return date::floor<date::days>(date::sys_seconds{std::chrono::seconds{local}});
}

std::int64_t months_before(std::int64_t local, int months) {
  const date::sys_days day = day_of(local);
  const date::year_month_day typed{day};
  date::year_month_day moved = typed - date::months{months};
  if (!moved.ok()) {
    moved = moved.year() / moved.month() / date::last;
  }
  return start_of(date::sys_days(moved)) + (local - start_of(day));
}

std::string show_instant(std::int64_t instant) {
  const date::sys_days day = day_of(instant);
  const date::year_month_day ymd{day};
  std::array<char, 40> text{};
  int length =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                    static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  if (const std::int64_t second = instant - start_of(day); second != 0) {
    length += std::snprintf(text.data() + length, text.size() - static_cast<std::size_t>(length),
                            "T%02d:%02d:%02d", static_cast<int>(second / 3600),
                            static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
  }
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace lede::query
