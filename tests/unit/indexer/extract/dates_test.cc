// Dates: the forms read, the forms refused.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace lede {
namespace {

std::int64_t at(int year, unsigned month, unsigned day, std::int64_t hour = 0,
                std::int64_t minute = 0) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::sys_days(date).time_since_epoch())
             .count() +
         hour * 3600 + minute * 60;
}

struct DateCase {
  const char* text = "";
  std::int64_t instant = 0;
  DatePrecision precision = DatePrecision::kDay;
};

TEST(Dates, ReadsTheFormsOfDeclaredDates) {
  const DateCase cases[] = {
      {"2024-05-31", at(2024, 5, 31)},
      {" 2024/5/1 ", at(2024, 5, 1)},
      {"20240531", at(2024, 5, 31)},
      {"2024-05-31T14:30", at(2024, 5, 31, 14, 30), DatePrecision::kMinute},
      {"2024-05-31T14:30:05Z", at(2024, 5, 31, 14, 30) + 5, DatePrecision::kSecond},
      {"2024-05-31 14:30:05", at(2024, 5, 31, 14, 30) + 5, DatePrecision::kSecond},
      {"2024-05-31T14:30:05.250+02:00", at(2024, 5, 31, 12, 30) + 5, DatePrecision::kSecond},
      {"2024-05-31T23:30:00-0500", at(2024, 6, 1, 4, 30), DatePrecision::kSecond},
      {"20240531T101500Z", at(2024, 5, 31, 10, 15), DatePrecision::kSecond},
      {"Fri, 31 May 2024 10:00:00 GMT", at(2024, 5, 31, 10), DatePrecision::kSecond},
      {"Fri, 31 May 2024 10:00:00 -0400", at(2024, 5, 31, 14), DatePrecision::kSecond},
      {"May 31, 2024, 2:30 p.m. EDT", at(2024, 5, 31, 18, 30), DatePrecision::kMinute},
      {"May 31, 2024 at 12:05 AM", at(2024, 5, 31, 0, 5), DatePrecision::kMinute},
      {"26-FEB-1987 15:01:01.79", at(1987, 2, 26, 15, 1) + 1, DatePrecision::kSecond},
      {"2024-05", at(2024, 5, 1), DatePrecision::kMonth},
      {"May 2024", at(2024, 5, 1), DatePrecision::kMonth},
      {"2024", at(2024, 1, 1), DatePrecision::kYear},
      {"1717150200", 1717150200, DatePrecision::kSecond},
      {"1717150200123", 1717150200, DatePrecision::kSecond},
      {"31/05/2024", at(2024, 5, 31)},
      {"05/31/2024", at(2024, 5, 31)},
      {"06/06/2024", at(2024, 6, 6)},
      {"2024年5月31日", at(2024, 5, 31)},
  };
  for (const DateCase& c : cases) {
    const auto date = parse_date(c.text);
    ASSERT_TRUE(date) << c.text;
    EXPECT_EQ(date->instant, c.instant) << c.text;
    EXPECT_EQ(date->precision, c.precision) << c.text;
  }
}

TEST(Dates, ReadsMonthNamesOfManyLanguages) {
  const char* const cases[] = {
      "31 May 2024",        "31st May 2024",         "May 31st, 2024", "31 Mai 2024",
      "31. Mai 2024",       "Freitag, 31. Mai 2024", "31 mai 2024",    "vendredi 31 mai 2024",
      "31 de mayo de 2024", "31 maggio 2024",        "31 мая 2024 г.", "31 травня 2024",
      "31 maja 2024",       "31 de maio de 2024",    "31 mei 2024",    "31 Mayıs 2024",
      "31 maj 2024",        "31. mai 2024",          "MAY 31, 2024",   "31 МАЯ 2024",
  };
  for (const char* text : cases) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->instant, at(2024, 5, 31)) << text;
  }
}

TEST(Dates, RefusesWhatIsNoDateOrTwo) {
  for (const char* text :
       {"05/06/2024", "5.6.2024", "2024-13-01", "2024-02-30", "May 31", "31 May", "two days ago",
        "yesterday", "12:30", "2024-05-31 and more", "0001-01-01", "", "31/31/2024", "May 2024 31",
        "99999999", "12345", "2024 May be", "room 2024"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Dates, FullStopsAreDayFirstWhereTheLanguageIsToldSo) {
  EXPECT_EQ(parse_date("05.06.2024", {.language = "de", .modified = 0})->instant, at(2024, 6, 5));
  EXPECT_FALSE(parse_date("05.06.2024", {.language = "en", .modified = 0}));
  EXPECT_FALSE(parse_date("05/06/2024", {.language = "de", .modified = 0}));
}

TEST(Dates, FindsTheFirstFullDateInALine) {
  const std::string line = "Updated on Friday, 31 May 2024 at 10:15 by the desk, 2 June 2024";
  const auto found = find_date(line);
  ASSERT_TRUE(found);
  EXPECT_EQ(line.substr(found->start, found->end - found->start), "31 May 2024 at 10:15");
  EXPECT_EQ(found->date.instant, at(2024, 5, 31, 10, 15));
  EXPECT_FALSE(find_date("On May 10 and again on May 17, 44 people came; in 2024 none did."));
}

TEST(Dates, NothingIsDatedAfterItsFile) {
  const std::int64_t modified = at(2024, 5, 31);
  EXPECT_TRUE(parse_date("2024-06-01", {.language = {}, .modified = modified}));
  EXPECT_FALSE(parse_date("2024-06-02", {.language = {}, .modified = modified}));
  EXPECT_FALSE(find_date("on 3 June 2024", {.language = {}, .modified = modified}));
}

}  // namespace
}  // namespace lede
