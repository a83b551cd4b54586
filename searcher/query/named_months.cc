// Reading dates with months in letters, in whatever order their parts come.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/named_months.h"

#include <algorithm>
#include <array>
#include <string>

#include "searcher/query/characters.h"

namespace lede::query {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kMostDayDigits = 2;

constexpr std::array<std::string_view, 12> kMonthNames = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// Which of `names` begins with `word`, counted from 1; 0 for none.
template <std::size_t kSize>
int position_in(const std::array<std::string_view, kSize>& names, std::string_view word) {
  for (std::size_t i = 0; word.size() >= kShortestName && i < kSize; ++i) {
    if (names.at(i).substr(0, word.size()) == word) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

bool is_ordinal_ending(std::string_view text) {
  return text.empty() || text == "st" || text == "nd" || text == "rd" || text == "th";
}

class NamedMonthReader {
 public:
  std::optional<CalendarDate> read(std::string_view typed) {
    const std::string text = ascii_lower(typed);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" ,-./_", at), text.size());
      if (end > at && !take(std::string_view(text).substr(at, end - at))) {
        return std::nullopt;
      }
      at = end + 1;
    }
    return date_.month != 0 ? std::optional(date_) : std::nullopt;
  }

 private:
  // Each part may come once.
  bool take(std::string_view word) {
    if (is_ascii_digit(word.front())) {
      return take_number(word);
    }
    if (const int month = position_in(kMonthNames, word); month != 0 && date_.month == 0) {
      date_.month = month;
      return true;
    }
    return word == "of" || word == "the" || position_in(kWeekdays, word) != 0;
  }

  bool take_number(std::string_view word) {
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits > kYearDigits) {
      return false;
    }
    int number = 0;
    for (const char digit : word.substr(0, digits)) {
      number = number * 10 + (digit - '0');
    }
    if (digits == kYearDigits && word.size() == digits && date_.year == 0) {
      date_.year = number;
      return number != 0;
    }
    const bool day = digits <= kMostDayDigits && number != 0 && date_.day == 0 &&
                     is_ordinal_ending(word.substr(digits));
    date_.day = day ? number : date_.day;
    return day;
  }

  CalendarDate date_;
};

}  // namespace

std::optional<CalendarDate> read_named_month(std::string_view text) {
  return NamedMonthReader().read(text);
}

}  // namespace lede::query
