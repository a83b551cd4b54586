// Dates as the options --after and --before and the search library read them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "searcher/query/dates.h"
#include "tests/unit/searcher/query/query_cases.h"

namespace lede {
namespace {

using test::kNow;
using testing::HasSubstr;

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kMay2024 = 1714521600;   // 2024-05-01
constexpr std::int64_t kJune2024 = 1717200000;  // 2024-06-01

constexpr Clock kClock{kNow, {}};

TypedDates range_of(std::string_view text, const Clock& clock = kClock) {
  const auto typed = parse_date_range(text, clock);
  EXPECT_TRUE(typed) << text;
  return typed ? *typed : TypedDates{};
}

TEST(DateRanges, AreInSecondsSince1970Utc) {
  EXPECT_EQ(range_of("1970-01-01").range, (DateRange{0, kDay}));
  EXPECT_EQ(range_of("2024-05").range, (DateRange{kMay2024, kJune2024}));
  EXPECT_EQ(range_of("1969-12-31").range, (DateRange{-kDay, 0}));
}

TEST(DateRanges, AfterIncludesItsDayAndBeforeDoesNot) {
  EXPECT_EQ(*parse_after("2024-05", kClock), (DateRange{kMay2024, std::nullopt}));
  EXPECT_EQ(*parse_before("2024-06", kClock), (DateRange{std::nullopt, kJune2024}));
  EXPECT_EQ(*parse_after("7d", kClock), (DateRange{kNow - 7 * kDay, std::nullopt}));
  EXPECT_EQ(*parse_before("now", kClock), (DateRange{std::nullopt, kNow}));
}

TEST(DateRanges, ErrorsAreUsageAndNameTheText) {
  for (const std::string_view text :
       {"soon", "2024-13", "05/06/2024", "", " ", "..", "2024-05-32"}) {
    const auto range = parse_date_range(text, kClock);
    ASSERT_FALSE(range) << text;
    EXPECT_EQ(range.error().code, ErrorCode::kUsage);
    EXPECT_FALSE(range.error().hint.empty());
  }
  EXPECT_THAT(parse_date_range("2024-13", kClock).error().message, HasSubstr("\"2024-13\""));
  EXPECT_FALSE(parse_after("2024..2025", kClock));
  EXPECT_FALSE(parse_before(">2024", kClock));
}

TEST(DateRanges, SpacesAroundDoNotMatter) {
  EXPECT_EQ(range_of("  2024-05 ").range, (DateRange{kMay2024, kJune2024}));
  EXPECT_EQ(range_of(">= 2024-05").range, (DateRange{kMay2024, std::nullopt}));
}

TEST(DateRanges, LeapYearsAreGregorian) {
  EXPECT_TRUE(parse_date_range("2024-02-29", kClock));
  EXPECT_TRUE(parse_date_range("2000-02-29", kClock));
  EXPECT_FALSE(parse_date_range("1900-02-29", kClock));
  EXPECT_FALSE(parse_date_range("2023-02-29", kClock));
}

TEST(DateRanges, AMonthBackFromTheLastDayIsTheLastDay) {
  const std::int64_t end_of_may = kJune2024 - kDay;   // 2024-05-31
  const std::int64_t end_of_april = kMay2024 - kDay;  // 2024-04-30
  EXPECT_EQ(range_of("1m..", {end_of_may, {}}).range.from, end_of_april);
  const std::int64_t leap_day = 1709164800;                            // 2024-02-29
  EXPECT_EQ(range_of("1y..", {leap_day, {}}).range.from, 1677542400);  // 2023-02-28
}

TEST(DateRanges, WeeksStartOnMonday) {
  const std::int64_t monday = 1717977600;  // 2024-06-10
  for (std::int64_t day = 0; day < 7; ++day) {
    const auto week = range_of("this-week", {monday + day * kDay + kDay - 1, {}}).range;
    EXPECT_EQ(week, (DateRange{monday, monday + 7 * kDay}));
    EXPECT_EQ(range_of("last-week", {monday + day * kDay, {}}).range.to, monday);
  }
}

TEST(DateRanges, AnyNowIsSurvived) {
  for (const std::int64_t now : {std::numeric_limits<std::int64_t>::min(), std::int64_t{0},
                                 std::numeric_limits<std::int64_t>::max()}) {
    for (const std::string_view text :
         {"today", "yesterday", "this-week", "last-week", "last-month", "last-year", "9999y..",
          "9999m..", "9999h..", "..9999d", "this-year"}) {
      EXPECT_TRUE(parse_date_range(text, {now, {}})) << text << " at " << now;
    }
  }
}

TEST(DateRanges, ReversedOnesAreKnown) {
  EXPECT_TRUE(range_of("2024-06..2024-05").reversed);
  EXPECT_FALSE(range_of("2024-05..2024-06").reversed);
  EXPECT_FALSE(range_of("2024..2024-05").reversed);
  EXPECT_FALSE(range_of("2024").reversed);
}

}  // namespace
}  // namespace lede
