// Reading dates in numbers, with or without a time, and handing on the others.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/periods.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/characters.h"
#include "searcher/query/clock_times.h"
#include "searcher/query/named_months.h"
#include "searcher/query/relative_dates.h"

namespace lede::query {
namespace {

constexpr std::size_t kDigitsOfYear = 4;
constexpr std::size_t kCompactDigits = 8;  // 20240531
constexpr std::size_t kShortestDay = 8;    // "2024-5-3"
constexpr int kMonthsOfYear = 12;

int to_number(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    number = number * 10 + (c - '0');
  }
  return number;
}

// The numbers of "2024-05-31" and the separator between them, which must be the same throughout.
std::vector<std::string_view> split_digits(std::string_view text, char& separator) {
  std::vector<std::string_view> parts;
  separator = '\0';
  std::size_t start = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_ascii_digit(text[at])) {
      continue;
    }
    const char c = at < text.size() ? text[at] : separator;
    const bool known = c == '-' || c == '/' || c == '.' || at == text.size();
    if (at == start || !known || (separator != '\0' && c != separator)) {
      return {};
    }
    separator = c;
    parts.push_back(text.substr(start, at - start));
    start = at + 1;
  }
  return parts;
}

std::string iso(const CalendarDate& date) {
  std::string text(16, '\0');
  const int length =
      std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

Result<Period> period_of(std::string_view text, const CalendarDate& date, const TimeZone& zone) {
  if (date.year < kFirstYear) {
    return fail(bad_date(text, "there is no year 0"));
  }
  if (date.month == 0) {
    return year_period(date::year{date.year}, zone);
  }
  if (date.month > kMonthsOfYear) {
    return fail(bad_date(text, "there is no month " + std::to_string(date.month)));
  }
  const date::year_month month =
      date::year{date.year} / date::month{static_cast<unsigned>(date.month)};
  if (date.day == 0) {
    return month_period(month, zone);
  }
  const date::year_month_day day = month / date.day;
  if (!day.ok()) {
    const auto last = static_cast<unsigned>((month / date::last).day());
    return fail(
        bad_date(text, iso(date).substr(0, 7) + " has only " + std::to_string(last) + " days"));
  }
  const Period period = day_period(date::sys_days(day), zone);
  return period.from < period.to ? Result<Period>(period)
                                 : fail(bad_date(text, "there was no such day in " + zone.name()));
}

// "31.05.2024", "31/5/2024", "5/31/2024": day first with dots, else where only one order is a date.
Result<CalendarDate> year_last(std::string_view text, const CalendarDate& day_first, bool dots) {
  const CalendarDate month_first = {day_first.year, day_first.day, day_first.month};
  const bool can_swap = !dots && day_first.day <= kMonthsOfYear && day_first.day != 0;
  if (!can_swap || day_first.day == day_first.month) {
    return day_first;
  }
  if (day_first.month > kMonthsOfYear) {
    return month_first;
  }
  return fail(bad_date(text, "it may be " + iso(day_first) + " or " + iso(month_first)));
}

Result<CalendarDate> numeric_date(std::string_view text, const std::vector<std::string_view>& parts,
                                  char separator) {
  for (const std::string_view part : parts) {
    if (part.size() < kDigitsOfYear && to_number(part) == 0) {
      return fail(bad_date(text, "days and months count from 1"));
    }
  }
  const auto is_short = [](std::string_view part) { return part.size() <= 2; };
  if (parts[0].size() == kDigitsOfYear && parts.size() <= 3 &&
      std::all_of(parts.begin() + 1, parts.end(), is_short)) {
    return CalendarDate{to_number(parts[0]), parts.size() > 1 ? to_number(parts[1]) : 0,
                        parts.size() > 2 ? to_number(parts[2]) : 0};
  }
  if (parts.size() == 1 && text.size() == kCompactDigits) {
    return numeric_date(text, {text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)}, '\0');
  }
  const bool has_year_last = parts.back().size() == kDigitsOfYear && is_short(parts[0]);
  if (has_year_last && parts.size() == 2) {
    return CalendarDate{to_number(parts[1]), to_number(parts[0]), 0};
  }
  if (has_year_last && parts.size() == 3 && is_short(parts[1])) {
    const CalendarDate date = {to_number(parts[2]), to_number(parts[1]), to_number(parts[0])};
    return year_last(text, date, separator == '.');
  }
  return fail(bad_date(text, "a year has four digits, a month and a day at most two"));
}

Result<CalendarDate> written_date(std::string_view text) {
  if (const auto named = read_named_month(text)) {
    return named->year != 0 ? Result<CalendarDate>(*named)
                            : fail(bad_date(text, "which year is not said"));
  }
  char separator = '\0';
  const std::vector<std::string_view> parts = split_digits(text, separator);
  if (parts.empty()) {
    return fail(bad_date(text, "it is not written like one"));
  }
  return numeric_date(text, parts, separator);
}

// "2024-05-31T10:00": a date, "T" or a space, and a time. Nothing where it is not written so.
std::optional<Result<Period>> timed_period(std::string_view text, const TimeZone& zone) {
  const std::size_t gap = text.find_first_of("Tt ", kShortestDay);
  if (gap == std::string_view::npos) {
    return std::nullopt;
  }
  const auto time = read_clock_time(text.substr(gap + 1));
  const auto date = written_date(text.substr(0, gap));
  if (!time || !date || date->day == 0) {
    return std::nullopt;
  }
  const auto day = period_of(text, *date, TimeZone());
  if (!day) {
    return Result<Period>(fail(day.error()));
  }
  const std::int64_t local = day->from + time->second;
  const std::int64_t instant = time->offset ? local - *time->offset : zone.instant_of(local);
  if (!time->offset && zone.local_of(instant) != local) {
    return Result<Period>(fail(bad_date(text, "there was no such time in " + zone.name())));
  }
  return Result<Period>(Period{instant, instant + time->length});
}

}  // namespace

Error bad_date(std::string_view text, std::string_view why) {
  return {ErrorCode::kUsage, in_quotes(text) + " is no date: " + std::string(why),
          "dates are 2024-05-31, 2024-05, 2024, may-2024, 2024-05-31T10:00, today, yesterday, "
          "last-week, 7d, and ranges such as 2024-05..2024-11"};
}

Result<Period> parse_period(std::string_view text, const Clock& clock) {
  if (text.empty()) {
    return fail(bad_date(text, "it is empty"));
  }
  if (const auto relative = relative_period(text, clock)) {
    return *relative;
  }
  if (auto timed = timed_period(text, clock.zone)) {
    return *std::move(timed);
  }
  const auto date = written_date(text);
  return date ? period_of(text, *date, clock.zone) : fail(date.error());
}

}  // namespace lede::query
