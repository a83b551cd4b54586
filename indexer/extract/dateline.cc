// Where and when a story was filed and by which agency.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dateline.h"

#include <algorithm>
#include <array>

#include "indexer/extract/letters.h"
#include "indexer/extract/lines.h"
#include "indexer/extract/month_names.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

constexpr std::size_t kLongestDateline = 120;
constexpr std::array<std::string_view, 4> kDashes = {"\u2014", "\u2013", "--", "-"};

// The length of a dash between blanks, or before a word, at `at`; 0 where there is none.
std::size_t dash_at(std::string_view line, std::size_t at) {
  for (const std::string_view dash : kDashes) {
    if (line.substr(at).starts_with(dash)) {
      const std::size_t after = at + dash.size();
      const bool blank_after = after >= line.size() || line[after] == ' ';
      // A plain hyphen is a dash only between blanks.
      return blank_after || dash != "-" ? dash.size() : 0;
    }
  }
  return 0;
}

// "Port Calder", "KYIV, Ukraine", "Rio de Janeiro": capitalised words, no digits.
bool is_place(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kSmall = {"de", "la", "of",  "the",
                                                             "am", "an", "sur", "do"};
  if (text.size() < 2 || text.size() > 60 ||
      text.find_first_of("0123456789\"():;!?") != std::string_view::npos) {
    return false;
  }
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const bool small = std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
    if (!word.empty() && !starts_with_capital(word) && !small) {
      return false;
    }
    ++words;
    at = end + 1;
  }
  return words <= 6 && starts_with_capital(text);
}

bool lists(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Capitals between brackets that are a country or state, not an agency.
bool is_country_code(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kCodes = {"USA", "UAE", "DRC", "PRC",
                                                             "ROC", "CAR", "UK",  "EU"};
  return (text.size() == 2 && text != "AP") || lists(kCodes, text);
}

// What else papers put between brackets in capitals.
bool is_note(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kNotes = {
      "REVISED", "UPDATE", "UPDATED", "CORRECTED", "REPEAT", "VIDEO", "PHOTOS", "LEAD", "LIVE"};
  return lists(kNotes, text);
}

// "AFP", "Reuters", "Sports Network": what stands between brackets after the place. A country can
// stand there as well, so it must look like an agency.
bool is_agency_name(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "Reuters", "Xinhua", "Interfax", "Bloomberg", "Tass", "Ukrinform", "Anadolu",
      "Sputnik", "Kyodo",  "Yonhap",   "dpa",       "ansa", "Ansa",      "Интерфакс"};
  static constexpr std::array<std::string_view, 7> kEnds = {
      " News", " Network", " Press", " Agency", " Service", " Reuters", "News"};
  if (text.size() < 2 || text.size() > 30 ||
      text.find_first_of("0123456789,.:;\"") != std::string_view::npos) {
    return false;
  }
  if (text.find(' ') == std::string_view::npos && is_in_capitals(text)) {
    return text.size() <= 12 && !is_country_code(text) && !is_note(text);
  }
  return lists(kNames, text) || (starts_with_capital(text) &&
                                 std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) {
                                   return text.ends_with(end);
                                 }));
}

// Cities from which so much is filed that the name in capitals and a dash are enough.
bool is_filing_city(std::string_view city) {
  static constexpr std::array<std::string_view, 62> kCities = {
      "AMSTERDAM", "ANKARA",    "ATHENS",       "ATLANTA",      "BAGHDAD", "BANGKOK",
      "BEIJING",   "BEIRUT",    "BELGRADE",     "BERLIN",       "BOGOTA",  "BOSTON",
      "BRUSSELS",  "BUDAPEST",  "BUENOS AIRES", "CAIRO",        "CHICAGO", "COPENHAGEN",
      "DALLAS",    "DAMASCUS",  "DENVER",       "DETROIT",      "DUBAI",   "DUBLIN",
      "FRANKFURT", "GENEVA",    "HAVANA",       "HONG KONG",    "HOUSTON", "ISLAMABAD",
      "ISTANBUL",  "JAKARTA",   "JERUSALEM",    "JOHANNESBURG", "KABUL",   "KYIV",
      "LAGOS",     "LONDON",    "LOS ANGELES",  "MADRID",       "MANILA",  "MEXICO CITY",
      "MIAMI",     "MILAN",     "MOSCOW",       "MUMBAI",       "NAIROBI", "NEW DELHI",
      "NEW YORK",  "OTTAWA",    "PARIS",        "PRAGUE",       "ROME",    "SAN FRANCISCO",
      "SEATTLE",   "SEOUL",     "SHANGHAI",     "SINGAPORE",    "SYDNEY",  "TEHRAN",
      "TOKYO",     "WASHINGTON"};
  return lists(kCities, city);
}

// A month and day without year, as in agency copy: "March 14", "3 June", "Feb 26".
bool is_day_and_month(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) {
    return false;
  }
  std::string_view first = text.substr(0, blank);
  std::string_view second = trimmed(text.substr(blank + 1));
  if (is_ascii_digit(first.front())) {
    std::swap(first, second);
  }
  while (!first.empty() && first.back() == '.') {
    first.remove_suffix(1);
  }
  return month_of(first) != 0 && second.size() <= 2 && !second.empty() &&
         std::all_of(second.begin(), second.end(), is_ascii_digit);
}

// Cuts a day without year off the end of "PORT CALDER, March 14"; true when there was one.
bool cut_day(std::string_view& head) {
  const std::size_t comma = head.rfind(',');
  if (comma == std::string_view::npos || !is_day_and_month(trimmed(head.substr(comma + 1)))) {
    return false;
  }
  head = trimmed(head.substr(0, comma));
  return true;
}

// Cuts a full date off the end of "PARIS, June 3, 2024".
void cut_date(std::string_view& head, const DateHints& hints, Dateline& dateline) {
  const std::optional<FoundDate> found = find_date(head, hints);
  if (found && trimmed(head.substr(found->end)).empty()) {
    dateline.published = found->date;
    dateline.published->from = "dateline";
    head = trimmed(head.substr(0, found->start));
    while (!head.empty() && head.back() == ',') {
      head = trimmed(head.substr(0, head.size() - 1));
    }
  }
}

std::optional<Dateline> finish(std::string_view place, Dateline dateline) {
  if (!is_place(place)) {
    return std::nullopt;
  }
  dateline.place = capitals_as_names(place);
  return dateline;
}

// "PLACE[, date] (AGENCY) …": a dash and the story, or a date and nothing.
std::optional<Dateline> with_agency(std::string_view line, const DateHints& hints) {
  const std::size_t open = line.find(" (");
  const std::size_t close = line.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos ||
      close > kLongestDateline || !is_agency_name(line.substr(open + 2, close - open - 2))) {
    return std::nullopt;
  }
  Dateline dateline;
  dateline.agency = line.substr(open + 2, close - open - 2);
  std::string_view head = trimmed(line.substr(0, open));
  const std::string_view rest = trimmed(line.substr(close + 1));
  cut_date(head, hints, dateline);
  const bool dated = dateline.published.has_value() || cut_day(head);
  if (const std::optional<PublishedDate> date = parse_date(rest, hints);
      date && date->precision >= DatePrecision::kDay) {
    dateline.published = *date;
    dateline.published->from = "dateline";
    dateline.whole_line = true;
    return finish(head, std::move(dateline));
  }
  if (rest.empty() ? dated : dash_at(rest, 0) > 0) {
    dateline.whole_line = rest.empty();
    return finish(head, std::move(dateline));
  }
  return std::nullopt;
}

// "PLACE, date — story", "PLACE, Region — story" or a well-known "PLACE — story", in capitals:
// other words in capitals before a dash are rubrics.
std::optional<Dateline> without_agency(std::string_view line, const DateHints& hints) {
  const std::string_view start = line.substr(0, kLongestDateline);
  for (std::size_t at = start.find(' '); at != std::string_view::npos;
       at = start.find(' ', at + 1)) {
    const std::size_t dash = dash_at(start, at + 1);
    if (dash == 0 || at + 1 + dash >= line.size()) {
      continue;
    }
    std::string_view head = trimmed(start.substr(0, at));
    Dateline dateline;
    cut_date(head, hints, dateline);
    const bool dated = dateline.published.has_value() || cut_day(head);
    const std::size_t comma = head.find(',');
    const std::string_view city = head.substr(0, comma);
    const bool clear = dated || comma != std::string_view::npos || is_filing_city(city);
    // With a day it is clear enough even where the line is cut short, as in wrapped text.
    if (!is_in_capitals(city) || city.size() < 3 || !clear ||
        (!dated && (dash == 1 || !is_prose(line)))) {
      return std::nullopt;
    }
    return finish(head, std::move(dateline));
  }
  return std::nullopt;
}

struct Label {
  std::string_view text;  // lower case
  bool updated = false;
};

constexpr std::array<Label, 22> kLabels = {{{"published on", false},
                                            {"published at", false},
                                            {"published", false},
                                            {"posted on", false},
                                            {"posted", false},
                                            {"first published", false},
                                            {"date", false},
                                            {"ver\u00f6ffentlicht am", false},
                                            {"ver\u00f6ffentlicht", false},
                                            {"publi\u00e9 le", false},
                                            {"publicado el", false},
                                            {"publicado em", false},
                                            {"pubblicato il", false},
                                            {"опубликовано", false},
                                            {"опубліковано", false},
                                            {"last updated", true},
                                            {"updated on", true},
                                            {"updated", true},
                                            {"aktualisiert", true},
                                            {"mis \u00e0 jour le", true},
                                            {"actualizado", true},
                                            {"обновлено", true}}};

// A reading time after a date: "3 min read", "Reading time: 4 minutes".
bool is_reading_time(std::string_view folded) {
  return folded.empty() || (folded.size() <= 30 && folded.find(" min") != std::string_view::npos);
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view line, const DateHints& hints) {
  line = trimmed(line);
  if (line.empty() || !starts_with_capital(line)) {
    return std::nullopt;
  }
  std::optional<Dateline> dateline = with_agency(line, hints);
  return dateline ? dateline : without_agency(line, hints);
}

std::optional<DateLine> read_date_line(std::string_view line, const DateHints& hints) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest) {
    return std::nullopt;
  }
  const std::string folded = folded_line(line);
  DateLine found;
  std::string_view rest = line;
  for (const Label& label : kLabels) {
    if (folded.starts_with(label.text)) {
      found.labelled = true;
      found.updated = label.updated;
      // Folding keeps the length of these labels' letters.
      rest = trimmed(line.substr(label.text.size()));
      break;
    }
  }
  while (!rest.empty() && rest.front() == ':') {
    rest = trimmed(rest.substr(1));
  }
  if (rest.empty() || folded == "on") {
    found.label = found.labelled || folded == "on";
    return found.label ? std::optional(found) : std::nullopt;
  }
  for (const std::string_view sign : {" \u00B7 ", " | ", " \u2022 "}) {
    const std::size_t at = rest.find(sign);
    if (at != std::string_view::npos &&
        is_reading_time(folded_line(rest.substr(at + sign.size())))) {
      rest = trimmed(rest.substr(0, at));
    }
  }
  const std::optional<PublishedDate> date = parse_date(rest, hints);
  if (!date || date->precision < DatePrecision::kDay) {
    return std::nullopt;
  }
  found.published = *date;
  found.published->from = found.labelled ? "published-line" : "date-line";
  return found;
}

bool is_date_line(std::string_view line) { return read_date_line(line, {}).has_value(); }

}  // namespace lede
