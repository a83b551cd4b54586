// Reading times of the day.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/clock_times.h"

#include <algorithm>

#include "searcher/query/characters.h"

namespace lede::query {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr int kMostHours = 23;
constexpr int kMostOffsetHours = 14;  // Kiribati
constexpr int kMostMinutes = 59;

class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : left_(text) {}

  std::optional<ClockTime> read() {
    const auto hours = two_digits(kMostHours);
    if (!hours || !read_minutes()) {
      return std::nullopt;
    }
    time_.second += *hours * kHour;
    take(' ');
    return read_offset() && left_.empty() ? std::optional(time_) : std::nullopt;
  }

 private:
  bool take(char expected) {
    const bool found = !left_.empty() && left_.front() == expected;
    left_.remove_prefix(found ? 1 : 0);
    return found;
  }

  std::optional<int> two_digits(int most) {
    if (left_.size() < 2 || !is_ascii_digit(left_[0]) || !is_ascii_digit(left_[1])) {
      return std::nullopt;
    }
    const int number = (left_[0] - '0') * 10 + (left_[1] - '0');
    left_.remove_prefix(2);
    return number <= most ? std::optional(number) : std::nullopt;
  }

  // ":30", ":30:15", ":30:15.250" or nothing.
  bool read_minutes() {
    time_.length = kHour;
    if (!take(':')) {
      return true;
    }
    const auto minutes = two_digits(kMostMinutes);
    time_.length = kMinute;
    time_.second += minutes.value_or(0) * kMinute;
    if (!minutes || !take(':')) {
      return minutes.has_value();
    }
    const auto seconds = two_digits(kMostMinutes);
    time_.length = 1;
    time_.second += seconds.value_or(0);
    if (take('.')) {
      const std::size_t digits = std::min(left_.find_first_not_of("0123456789"), left_.size());
      left_.remove_prefix(digits);
    }
    return seconds.has_value();
  }

  bool read_offset() {
    if (left_.empty()) {
      return true;
    }
    if (take('Z') || take('z')) {
      time_.offset = 0;
      return true;
    }
    const bool behind = take('-');
    if (!behind && !take('+')) {
      return false;
    }
    const auto hours = two_digits(kMostOffsetHours);
    take(':');
    const auto minutes = left_.empty() ? std::optional(0) : two_digits(kMostMinutes);
    if (!hours || !minutes) {
      return false;
    }
    const std::int64_t offset = *hours * kHour + *minutes * kMinute;
    time_.offset = behind ? -offset : offset;
    return true;
  }

  std::string_view left_;
  ClockTime time_;
};

}  // namespace

std::optional<ClockTime> read_clock_time(std::string_view text) { return TimeReader(text).read(); }

}  // namespace lede::query
