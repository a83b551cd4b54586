// The calendar of timelines, in UTC.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/facets/date_counts.h"

#include <date/date.h>

#include <algorithm>
#include <cstdio>

#include "searcher/query/calendar.h"

namespace lede {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kMostDays = 93;
constexpr std::int64_t kMostMonthDays = std::int64_t{6} * 366;

date::year_month_day first_day(date::year_month_day day, Interval interval) {
  const bool year = interval == Interval::kYear;
  return interval == Interval::kDay
             ? day
             : day.year() / (year ? date::January : day.month()) / date::day(1);
}

date::year_month_day day_of_instant(std::int64_t instant) {
  return {query::day_of(query::within_calendar(instant))};
}

std::string name_of(date::year_month_day day, Interval interval) {
  const char* format = interval == Interval::kYear
                           ? "%04d"
                           : (interval == Interval::kMonth ? "%04d-%02u" : "%04d-%02u-%02u");
  char name[32];
  std::snprintf(name, sizeof name, format, static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return name;
}

date::year_month_day day_named(const std::string& name) {
  int year = 1;
  unsigned month = 1;
  unsigned day = 1;
  std::sscanf(name.c_str(), "%d-%u-%u", &year, &month, &day);  // NOLINT(cert-err34-c): our own
  return date::year(year) / date::month(month) / date::day(day);
}

date::year_month_day next_day(date::year_month_day day, Interval interval) {
  switch (interval) {
    case Interval::kYear:
      return day + date::years(1);
    case Interval::kMonth:
      return day + date::months(1);
    default:
      return {date::sys_days(day) + date::days(1)};
  }
}

}  // namespace

Interval fitting_interval(const InstantCounts& instants, Interval asked) {
  if (instants.empty()) {
    return asked == Interval::kAuto ? Interval::kYear : asked;
  }
  const std::int64_t days = (query::within_calendar(instants.rbegin()->first) -
                             query::within_calendar(instants.begin()->first)) /
                            kDaySeconds;
  if (asked == Interval::kAuto) {
    return days <= kMostDays ? Interval::kDay
                             : (days <= kMostMonthDays ? Interval::kMonth : Interval::kYear);
  }
  const auto most = static_cast<std::int64_t>(kMostBuckets);
  if (asked == Interval::kDay && days >= most) {
    asked = Interval::kMonth;
  }
  return asked == Interval::kMonth && days / 30 >= most ? Interval::kYear : asked;
}

bool may_be_coarse(const InstantCounts& instants, Interval interval) {
  if (interval == Interval::kYear) {
    return false;
  }
  const Interval coarser = interval == Interval::kDay ? Interval::kMonth : Interval::kYear;
  return std::any_of(instants.begin(), instants.end(), [&](const auto& entry) {
    const auto day = day_of_instant(entry.first);
    return entry.first % kDaySeconds == 0 && day == first_day(day, coarser);
  });
}

DateCounts count_dates(const InstantCounts& instants, Interval interval) {
  DateCounts counts;
  for (const auto& [instant, count] : instants) {
    if (count > 0) {
      counts[name_of(day_of_instant(instant), interval)] += count;
    }
  }
  return counts;
}

DateCounts without_gaps(const DateCounts& counts, Interval interval) {
  DateCounts all = counts;
  if (counts.empty()) {
    return all;
  }
  const auto last = day_named(counts.rbegin()->first);
  for (auto day = day_named(counts.begin()->first); day < last; day = next_day(day, interval)) {
    all.emplace(name_of(day, interval), 0);
  }
  return all;
}

}  // namespace lede
