// The time of day and zone behind a date.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/time_of_day.h"

#include <array>
#include <string>
#include <string_view>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

struct TimeZone {
  std::string_view name;
  int hours;
};

// Those of RFC 2822, whose meaning is fixed, and central Europe's.
constexpr std::array<TimeZone, 13> kTimeZones = {{{"Z", 0},
                                                  {"UTC", 0},
                                                  {"GMT", 0},
                                                  {"EST", -5},
                                                  {"EDT", -4},
                                                  {"CST", -6},
                                                  {"CDT", -5},
                                                  {"MST", -7},
                                                  {"MDT", -6},
                                                  {"PST", -8},
                                                  {"PDT", -7},
                                                  {"CET", 1},
                                                  {"CEST", 2}}};

// Reads on from a place in the pieces.
class TimeReader {
 public:
  TimeReader(const std::vector<DatePiece>& pieces, std::size_t at) : pieces_(pieces), at_(at) {}

  std::optional<TimeOfDay> read() {
    skip(",");
    if (now().is("T") || equals_ascii_case(now().text, "at") || now().is("-") ||
        now().is("\u00B7") || now().is("|")) {
      ++at_;
    }
    if (!is_time()) {
      return std::nullopt;
    }
    TimeOfDay time;
    std::int64_t hour = now().value;
    time.seconds = std::int64_t{60} * ahead(2).value;
    at_ += 3;
    add_seconds(time);
    hour = with_half_day(hour);
    time.seconds += hour * 3600 - zone_seconds();
    return time;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  [[nodiscard]] const DatePiece& ahead(std::size_t count) const {
    return at_ + count < pieces_.size() ? pieces_[at_ + count] : pieces_.back();
  }
  [[nodiscard]] const DatePiece& now() const { return ahead(0); }

  // Whether the piece `count` ahead and the next have nothing between them.
  [[nodiscard]] bool touches(std::size_t count) const {
    return ahead(count).end() == ahead(count + 1).start;
  }

  void skip(std::string_view sign) { at_ += now().is(sign) ? 1U : 0U; }

  // 14:30, or "06.00" and "6.30am" as some newspapers print it, only where nothing else can be
  // meant.
  [[nodiscard]] bool is_time() const {
    const bool colon = ahead(1).is(":");
    const std::string after = ascii_lowered(ahead(3).text);
    const bool last = ahead(3).kind == DatePiece::Kind::kEnd && now().is_number(2, 2);
    const bool stop =
        ahead(1).is(".") && touches(0) && touches(1) && (last || after == "am" || after == "pm");
    return now().is_number(1, 2) && (colon || stop) && ahead(2).is_number(2, 2) &&
           now().value <= 23 && ahead(2).value <= 59;
  }

  // ":05.250"
  void add_seconds(TimeOfDay& time) {
    if (!now().is(":") || !ahead(1).is_number(2, 2) || ahead(1).value > 60) {
      return;
    }
    time.seconds += ahead(1).value;
    time.precision = DatePrecision::kSecond;
    at_ += 2;
    if (now().is(".") && ahead(1).kind == DatePiece::Kind::kNumber && touches(0)) {
      at_ += 2;
    }
  }

  // am, a.m., PM, …
  std::int64_t with_half_day(std::int64_t hour) {
    std::size_t length = 1;
    std::string word = ascii_lowered(now().text);
    if ((word == "a" || word == "p") && ahead(1).is(".") && equals_ascii_case(ahead(2).text, "m")) {
      word += "m";
      length = ahead(3).is(".") ? 4 : 3;
    }
    if ((word != "am" && word != "pm") || hour > 12 || hour == 0) {
      return hour;
    }
    at_ += length;
    return hour % 12 + (word == "pm" ? 12 : 0);
  }

  // East of Greenwich; 0 where there is no zone.
  std::int64_t zone_seconds() {
    const std::size_t bracket = now().is("(") ? 1 : 0;
    for (const TimeZone& zone : kTimeZones) {
      if (ahead(bracket).is(zone.name)) {
        at_ += bracket + 1;
        skip(")");
        return std::int64_t{3600} * zone.hours;
      }
    }
    const bool west = now().is("-");
    return (west || now().is("+")) && touches(0) ? offset_seconds(west) : 0;
  }

  // +0200, -05:00, +02
  std::int64_t offset_seconds(bool west) {
    const DatePiece& hours = ahead(1);
    std::int64_t seconds = std::int64_t{3600} * hours.value;
    std::size_t length = 2;
    if (hours.is_number(4, 4)) {
      seconds = std::int64_t{3600} * (hours.value / 100) + std::int64_t{60} * (hours.value % 100);
    } else if (!hours.is_number(2, 2)) {
      return 0;
    } else if (ahead(2).is(":") && ahead(3).is_number(2, 2)) {
      seconds += std::int64_t{60} * ahead(3).value;
      length = 4;
    }
    at_ += length;
    return west ? -seconds : seconds;
  }

  const std::vector<DatePiece>& pieces_;
  std::size_t at_;
};

}  // namespace

std::optional<TimeOfDay> read_time_of_day(const std::vector<DatePiece>& pieces, std::size_t& at) {
  TimeReader reader(pieces, at);
  const std::optional<TimeOfDay> time = reader.read();
  if (time) {
    at = reader.at();
  }
  return time;
}

}  // namespace lede
