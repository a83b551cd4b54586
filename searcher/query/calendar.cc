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

}  // namespace

std::int64_t start_of(date::sys_days day) {
  return static_cast<std::int64_t>(day.time_since_epoch().count()) * kSecondsADay;
}

Period day_period(date::sys_days day) { return {start_of(day), start_of(day + date::days{1})}; }

Period week_period(date::sys_days any_day) {
  const date::sys_days monday = any_day - (date::weekday{any_day} - date::Monday);
  return {start_of(monday), start_of(monday + date::weeks{1})};
}

Period month_period(date::year_month month) {
  return {start_of(date::sys_days(month / 1)),
          start_of(date::sys_days((month + date::months{1}) / 1))};
}

Period year_period(date::year year) {
  return {start_of(date::sys_days(year / 1 / 1)),
          start_of(date::sys_days((year + date::years{1}) / 1 / 1))};
}

std::int64_t within_calendar(std::int64_t instant) {
  return std::clamp(instant, start_of(first_day(kFirstYear)),
                    start_of(first_day(kLastYear + 1)) - 1);
}

date::sys_days day_of(std::int64_t instant) {
  return date::floor<date::days>(date::sys_seconds{std::chrono::seconds{instant}});
}

std::int64_t months_before(std::int64_t instant, int months) {
  const date::sys_days day = day_of(instant);
  const date::year_month_day typed{day};
  date::year_month_day moved = typed - date::months{months};
  if (!moved.ok()) {
    moved = moved.year() / moved.month() / date::last;
  }
  return start_of(date::sys_days(moved)) + (instant - start_of(day));
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
