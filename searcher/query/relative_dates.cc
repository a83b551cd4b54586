// Counting back from now.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/relative_dates.h"

#include <string>
#include <vector>

#include "searcher/query/characters.h"

namespace lede::query {
namespace {

constexpr std::size_t kLongestNumber = 4;  // digits: nothing is 10,000 years ago
constexpr std::int64_t kSecondsAnHour = 3600;
constexpr std::int64_t kOneDay = 24 * kSecondsAnHour;

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : ascii_lower(text)) {
    if (c != '-' && c != '_' && c != ' ') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) {
    words.pop_back();
  }
  return words;
}

std::optional<int> number_of(std::string_view text) {
  if (text.empty() || text.size() > kLongestNumber) {
    return std::nullopt;
  }
  int number = 0;
  for (const char c : text) {
    if (!is_ascii_digit(c)) {
      return std::nullopt;
    }
    number = number * 10 + (c - '0');
  }
  return number;
}

// 'h', 'd', 'w', 'm' (months) or 'y' for "hours", "day", "w" and so on.
std::optional<char> unit_of(std::string_view word) {
  for (const std::string_view unit : {"hour", "day", "week", "month", "year"}) {
    const bool plural = word.size() == unit.size() + 1 && word.back() == 's';
    if (word == unit.substr(0, 1) || word == unit ||
        (plural && word.substr(0, unit.size()) == unit)) {
      return unit.front();
    }
  }
  return std::nullopt;
}

std::int64_t moment_before(const Clock& clock, int count, char unit) {
  if (unit == 'h') {
    return clock.now - count * kSecondsAnHour;
  }
  const std::int64_t local = clock.zone.local_of(clock.now);
  switch (unit) {
    case 'd':
      return clock.zone.instant_of(local - count * kOneDay);
    case 'w':
      return clock.zone.instant_of(local - count * (7 * kOneDay));
    case 'm':
      return clock.zone.instant_of(months_before(local, count));
    default:
      return clock.zone.instant_of(months_before(local, count * 12));
  }
}

// "7d": the moment that long ago, and the stretch from then to now.
Period since(const Clock& clock, int count, char unit) {
  return {within_calendar(moment_before(clock, count, unit)), clock.now, true};
}

// The day, week, month or year that `now` is in (`back` 0) or the one before it (1).
std::optional<Period> calendar_period(const Clock& clock, char unit, int back) {
  const TimeZone& zone = clock.zone;
  const date::sys_days today = day_of(zone.local_of(clock.now));
  const date::year_month_day ymd{today};
  switch (unit) {
    case 'd':
      return day_period(today - date::days{back}, zone);
    case 'w':
      return week_period(today - date::weeks{back}, zone);
    case 'm':
      return month_period(ymd.year() / ymd.month() - date::months{back}, zone);
    case 'y':
      return year_period(ymd.year() - date::years{back}, zone);
    default:
      return std::nullopt;
  }
}

std::optional<Period> one_word(const std::string& word, const Clock& clock) {
  if (word == "now") {
    return Period{clock.now, clock.now, true};
  }
  if (word == "today") {
    return calendar_period(clock, 'd', 0);
  }
  if (word == "yesterday") {
    return calendar_period(clock, 'd', 1);
  }
  const std::size_t letters = word.find_first_not_of("0123456789");
  if (letters == std::string::npos) {
    return std::nullopt;
  }
  const auto count = number_of(std::string_view(word).substr(0, letters));
  const auto unit = unit_of(std::string_view(word).substr(letters));
  return count && unit ? std::optional(since(clock, *count, *unit)) : std::nullopt;
}

}  // namespace

std::optional<Period> relative_period(std::string_view text, const Clock& at) {
  const Clock clock{within_calendar(at.now), at.zone};
  std::vector<std::string> words = split_words(text);
  if (words.size() == 1) {
    return one_word(words[0], clock);
  }
  const bool last = !words.empty() && (words[0] == "last" || words[0] == "past");
  if (words.size() == 2 && (last || words[0] == "this")) {
    const auto unit = words[1].size() > 1 ? unit_of(words[1]) : std::nullopt;
    return unit && words[1].back() != 's' ? calendar_period(clock, *unit, last ? 1 : 0)
                                          : std::nullopt;
  }
  if (words.size() == 3 && last) {
    words.erase(words.begin());
  }
  if (words.size() == 2) {
    const auto count = number_of(words[0]);
    const auto unit = unit_of(words[1]);
    return count && unit ? std::optional(since(clock, *count, *unit)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace lede::query
