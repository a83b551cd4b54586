// Dates as articles print them. See dates.h; the line is cut into numbers, words and signs, and the
// forms of dates are tried at each of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates.h"

#include <array>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/date_pieces.h"
#include "indexer/extract/month_names.h"
#include "indexer/extract/time_of_day.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

struct Day {
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

std::optional<std::int64_t> midnight(const Day& day) {
  using namespace std::chrono;  // NOLINT: the calendar's operators and literals
  const year_month_day date{year{static_cast<int>(day.year)}, month{day.month},
                            std::chrono::day{day.day}};
  if (day.year < 1600 || day.year > 2200 || !date.ok()) {
    return std::nullopt;
  }
  return duration_cast<seconds>(sys_days(date).time_since_epoch()).count();
}

// Languages whose dates with full stops are always day, month, year.
bool writes_day_first(std::string_view language) {
  static constexpr std::array<std::string_view, 14> kLanguages = {
      "de", "ru", "uk", "pl", "tr", "cs", "sk", "fi", "nb", "no", "da", "ro", "bg", "it"};
  for (const std::string_view known : kLanguages) {
    if (language == known) {
      return true;
    }
  }
  return false;
}

class Matcher {
 public:
  Matcher(const std::vector<DatePiece>& pieces, const DateHints& hints)
      : pieces_(pieces), hints_(hints) {}

  // A full date that starts at piece `at`; moves `at` behind it.
  std::optional<PublishedDate> match(std::size_t& at) const {
    Day day;
    std::size_t next = at;
    if (!match_day(next, day)) {
      return std::nullopt;
    }
    const std::optional<std::int64_t> instant = midnight(day);
    if (!instant) {
      return std::nullopt;
    }
    PublishedDate date{*instant, DatePrecision::kDay, {}};
    add_time(next, date);
    at = next;
    return date;
  }

  [[nodiscard]] const DatePiece& piece(std::size_t at) const {
    return at < pieces_.size() ? pieces_[at] : pieces_.back();
  }

 private:
  bool match_day(std::size_t& at, Day& day) const {
    return match_year_first(at, day) || match_cjk(at, day) || match_day_month(at, day) ||
           match_month_day(at, day) || match_numbers(at, day);
  }

  // 2024-05-31, 2024/5/31, 2024.05.31
  bool match_year_first(std::size_t& at, Day& day) const {
    const DatePiece& sign = piece(at + 1);
    if (!piece(at).is_number(4, 4) || !(sign.is("-") || sign.is("/") || sign.is(".")) ||
        !piece(at + 2).is_number(1, 2) || !piece(at + 3).is(sign.text) ||
        !piece(at + 4).is_number(1, 2)) {
      return false;
    }
    day = {piece(at).value, piece(at + 2).value, piece(at + 4).value};
    at += 5;
    return true;
  }

  // 2024年5月31日
  bool match_cjk(std::size_t& at, Day& day) const {
    if (!piece(at).is_number(4, 4) || !piece(at + 1).is("\u5E74") ||
        !piece(at + 2).is_number(1, 2) || !piece(at + 3).is("\u6708") ||
        !piece(at + 4).is_number(1, 2) || !piece(at + 5).is("\u65E5")) {
      return false;
    }
    day = {piece(at).value, piece(at + 2).value, piece(at + 4).value};
    at += 6;
    return true;
  }

  // What stands after a day's number: 31st, 31º, 31., 31 de, 31 of.
  void skip_ordinal(std::size_t& at) const {
    static constexpr std::array<std::string_view, 9> kWords = {"st",     "nd",     "rd", "th", "er",
                                                               "\u00BA", "\u00AA", ".",  "-"};
    for (const std::string_view word : kWords) {
      if (equals_ascii_case(piece(at).text, word)) {
        ++at;
        break;
      }
    }
    skip_of(at);
  }

  void skip_of(std::size_t& at) const {
    if (piece(at).is("de") || piece(at).is("del") || piece(at).is("of")) {
      ++at;
    }
  }

  void skip_any(std::size_t& at, std::string_view signs) const {
    if (piece(at).kind == DatePiece::Kind::kSign && piece(at).text.size() == 1 &&
        signs.find(piece(at).text) != std::string_view::npos) {
      ++at;
    }
  }

  bool match_month(std::size_t& at, Day& day) const {
    day.month = piece(at).kind == DatePiece::Kind::kWord ? month_of(piece(at).text) : 0;
    if (day.month == 0) {
      return false;
    }
    ++at;
    skip_any(at, ".");
    return true;
  }

  // 31 May 2024, 31. Mai 2024, 31 de mayo de 2024, 31-May-2024
  bool match_day_month(std::size_t& from, Day& day) const {
    std::size_t at = from;
    if (!piece(at).is_number(1, 2)) {
      return false;
    }
    day.day = piece(at++).value;
    skip_ordinal(at);
    if (!match_month(at, day)) {
      return false;
    }
    skip_any(at, ",-");
    skip_of(at);
    return finish_year(from, at, day);
  }

  // May 31, 2024; May 31st 2024
  bool match_month_day(std::size_t& from, Day& day) const {
    std::size_t at = from;
    if (!match_month(at, day) || !piece(at).is_number(1, 2)) {
      return false;
    }
    day.day = piece(at++).value;
    skip_ordinal(at);
    skip_any(at, ",");
    return finish_year(from, at, day);
  }

  bool finish_year(std::size_t& from, std::size_t at, Day& day) const {
    if (!piece(at).is_number(4, 4)) {
      return false;
    }
    day.year = piece(at).value;
    from = at + 1;
    return true;
  }

  // 31/05/2024, 05/31/2024, 31.05.2024; 05/06/2024 is two days, so it is none.
  bool match_numbers(std::size_t& at, Day& day) const {
    const DatePiece& sign = piece(at + 1);
    if (!piece(at).is_number(1, 2) || !(sign.is("-") || sign.is("/") || sign.is(".")) ||
        !piece(at + 2).is_number(1, 2) || !piece(at + 3).is(sign.text) ||
        !piece(at + 4).is_number(4, 4)) {
      return false;
    }
    const unsigned first = piece(at).value;
    const unsigned second = piece(at + 2).value;
    const bool day_first =
        first > 12 || first == second || (sign.is(".") && writes_day_first(hints_.language));
    if (!day_first && second <= 12) {
      return false;
    }
    day.year = piece(at + 4).value;
    day.day = day_first ? first : second;
    day.month = day_first ? second : first;
    at += 5;
    return true;
  }

  void add_time(std::size_t& at, PublishedDate& date) const {
    if (const std::optional<TimeOfDay> time = read_time_of_day(pieces_, at)) {
      date.instant += time->seconds;
      date.precision = time->precision;
    }
  }

  const std::vector<DatePiece>& pieces_;
  const DateHints& hints_;
};

constexpr std::size_t kLongestDated = 4096;

bool is_possible(const PublishedDate& date, const DateHints& hints) {
  constexpr std::int64_t kDaySeconds = 86400;
  return hints.modified == 0 || date.instant <= hints.modified + kDaySeconds;
}

std::optional<PublishedDate> whole_date(const std::vector<DatePiece>& pieces,
                                        const DateHints& hints) {
  std::size_t at = 0;
  if (pieces[0].kind == DatePiece::Kind::kWord && is_week_day(pieces[0].text)) {
    at = pieces[1].is(",") || pieces[1].is(".") ? 2 : 1;
  }
  const Matcher matcher(pieces, hints);
  std::optional<PublishedDate> date = matcher.match(at);
  // Russian and Polish dates end in an abbreviated "of the year".
  while (matcher.piece(at).is(".") || matcher.piece(at).is("\u0433") || matcher.piece(at).is("r")) {
    ++at;
  }
  if (matcher.piece(at).kind != DatePiece::Kind::kEnd) {
    return std::nullopt;
  }
  return date;
}

std::optional<PublishedDate> start_of(const Day& day, DatePrecision precision) {
  const std::optional<std::int64_t> instant = midnight(day);
  return instant ? std::optional(PublishedDate{*instant, precision, {}}) : std::nullopt;
}

// 20240531, 20240531T101500Z
std::optional<PublishedDate> compact_date(const std::vector<DatePiece>& pieces) {
  const unsigned value = pieces[0].value;
  std::optional<PublishedDate> date =
      start_of({value / 10000, value / 100 % 100, value % 100}, DatePrecision::kDay);
  if (date && pieces.size() > 3 && pieces[1].is("T") && pieces[2].is_number(6, 6)) {
    const unsigned time = pieces[2].value;
    date->instant += time / 10000 * 3600 + time / 100 % 100 * 60 + time % 100;
    date->precision = DatePrecision::kSecond;
  } else if (pieces.size() != 2) {
    return std::nullopt;
  }
  return date;
}

// 2024-05, 2024/05, May 2024, 2024
std::optional<PublishedDate> month_or_year(const std::vector<DatePiece>& pieces) {
  const std::size_t count = pieces.size() - 1;
  if (count == 1 && pieces[0].is_number(4, 4)) {
    return start_of({pieces[0].value, 1, 1}, DatePrecision::kYear);
  }
  if (count == 2 && pieces[0].kind == DatePiece::Kind::kWord && pieces[1].is_number(4, 4)) {
    return start_of({pieces[1].value, month_of(pieces[0].text), 1}, DatePrecision::kMonth);
  }
  if (count == 3 && pieces[0].is_number(4, 4) && (pieces[1].is("-") || pieces[1].is("/")) &&
      pieces[2].is_number(2, 2)) {
    return start_of({pieces[0].value, pieces[2].value, 1}, DatePrecision::kMonth);
  }
  return std::nullopt;
}

// Seconds or milliseconds since 1970, of which programs write ten or thirteen digits.
std::optional<PublishedDate> epoch_date(std::string_view text) {
  const std::string_view digits = text.substr(0, text.find('.'));
  if (digits.size() != 10 && digits.size() != 13) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!is_ascii_digit(c)) {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return PublishedDate{digits.size() == 13 ? value / 1000 : value, DatePrecision::kSecond, {}};
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, const DateHints& hints) {
  const std::vector<DatePiece> pieces = cut_date_pieces(text.substr(0, kLongestDated));
  const Matcher matcher(pieces, hints);
  for (std::size_t at = 0; at + 1 < pieces.size(); ++at) {
    const std::size_t start = pieces[at].start;
    std::size_t next = at;
    const std::optional<PublishedDate> date = matcher.match(next);
    if (date && is_possible(*date, hints)) {
      return FoundDate{*date, start, pieces[next - 1].end()};
    }
  }
  return std::nullopt;
}

std::optional<PublishedDate> parse_date(std::string_view text, const DateHints& hints) {
  text = trimmed(text);
  if (text.empty() || text.size() > kLongestDated) {
    return std::nullopt;
  }
  const std::vector<DatePiece> pieces = cut_date_pieces(text);
  std::optional<PublishedDate> date = whole_date(pieces, hints);
  if (!date) {
    date = pieces[0].is_number(8, 8) ? compact_date(pieces) : month_or_year(pieces);
  }
  if (!date) {
    date = epoch_date(text);
  }
  return date && is_possible(*date, hints) ? date : std::nullopt;
}

}  // namespace lede
