// Dates in numbers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/periods.h"

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/characters.h"
#include "searcher/query/relative_dates.h"

namespace lede::query {
namespace {

constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kCompactDigits = 8;  // 20240531
constexpr int kMonths = 12;

// A date in numbers; 0 where a part was not typed.
struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

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

std::string iso(const Parts& date) {
  std::string text(16, '\0');
  const int length =
      std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

Result<Period> period_of(std::string_view text, const Parts& date) {
  if (date.year < kFirstYear) {
    return fail(bad_date(text, "there is no year 0"));
  }
  if (date.month == 0) {
    return year_period(date::year{date.year});
  }
  if (date.month > kMonths) {
    return fail(bad_date(text, "there is no month " + std::to_string(date.month)));
  }
  const date::year_month month =
      date::year{date.year} / date::month{static_cast<unsigned>(date.month)};
  if (date.day == 0) {
    return month_period(month);
  }
  const date::year_month_day day = month / date.day;
  if (!day.ok()) {
    const auto last = static_cast<unsigned>((month / date::last).day());
    return fail(
        bad_date(text, iso(date).substr(0, 7) + " has only " + std::to_string(last) + " days"));
  }
  return day_period(date::sys_days(day));
}

// "31.05.2024", "31/5/2024", "5/31/2024": day first with dots, else where only one order is a date.
Result<Period> year_last(std::string_view text, const Parts& day_first, bool dots) {
  const Parts month_first = {day_first.year, day_first.day, day_first.month};
  const bool can_swap = !dots && day_first.day <= kMonths && day_first.day != 0;
  if (!can_swap || day_first.day == day_first.month) {
    return period_of(text, day_first);
  }
  if (day_first.month > kMonths) {
    return period_of(text, month_first);
  }
  return fail(bad_date(text, "it may be " + iso(day_first) + " or " + iso(month_first)));
}

Result<Period> numeric_period(std::string_view text, const std::vector<std::string_view>& parts,
                              char separator) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool zero = to_number(parts[i].substr(0, kYearDigits)) == 0;
    if (zero && parts[i].size() < kYearDigits) {
      return fail(bad_date(text, "days and months count from 1"));
    }
  }
  const auto is_short = [](std::string_view part) { return part.size() <= 2; };
  if (parts[0].size() == kYearDigits && parts.size() <= 3 &&
      (parts.size() < 2 || is_short(parts[1])) && (parts.size() < 3 || is_short(parts[2]))) {
    return period_of(text, {to_number(parts[0]), parts.size() > 1 ? to_number(parts[1]) : 0,
                            parts.size() > 2 ? to_number(parts[2]) : 0});
  }
  if (parts.size() == 1 && text.size() == kCompactDigits) {
    return numeric_period(text, {text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)}, '\0');
  }
  const bool has_year_last = parts.back().size() == kYearDigits && is_short(parts[0]);
  if (has_year_last && parts.size() == 2) {
    return period_of(text, {to_number(parts[1]), to_number(parts[0]), 0});
  }
  if (has_year_last && parts.size() == 3 && is_short(parts[1])) {
    const Parts date = {to_number(parts[2]), to_number(parts[1]), to_number(parts[0])};
    return year_last(text, date, separator == '.');
  }
  return fail(bad_date(text, "a year has four digits, a month and a day at most two"));
}

}  // namespace

Error bad_date(std::string_view text, std::string_view why) {
  return {ErrorCode::kUsage, quoted(text) + " is no date: " + std::string(why),
          "dates are 2024-05-31, 2024-05, 2024, today, yesterday, last-week, 7d, "
          "and ranges such as 2024-05..2024-11"};
}

Result<Period> parse_period(std::string_view text, std::int64_t now) {
  if (text.empty()) {
    return fail(bad_date(text, "it is empty"));
  }
  if (const auto relative = relative_period(text, now)) {
    return *relative;
  }
  char separator = '\0';
  const std::vector<std::string_view> parts = split_digits(text, separator);
  if (parts.empty()) {
    return fail(bad_date(text, "it is not written like one"));
  }
  return numeric_period(text, parts, separator);
}

}  // namespace lede::query
