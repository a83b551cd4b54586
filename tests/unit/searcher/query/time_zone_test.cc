// Dates in zones: where days begin, what daylight saving does to them, times with an offset.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/time_zone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "searcher/query/parser.h"
#include "tests/unit/searcher/query/query_cases.h"

namespace lede {
namespace {

using test::kNow;
using testing::HasSubstr;

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kSecondsOfDay = 24 * kHour;

TimeZone zone(std::string_view name) {
  const auto found = TimeZone::find(name);
  EXPECT_TRUE(found) << name;
  return found ? *found : TimeZone();
}

// The tree of `query`, told by a clock there; its dates are in UTC.
std::string tree_in(std::string_view name, std::string_view query, std::int64_t now = kNow) {
  ParseOptions options;
  options.now = now;
  options.zone = zone(name);
  const auto parsed = parse_query(query, options);
  return parsed ? to_string(parsed->root) : "ERROR " + parsed.error().message;
}

std::string message_in(std::string_view name, std::string_view query) {
  ParseOptions options;
  options.now = kNow;
  options.zone = zone(name);
  const auto parsed = parse_query(query, options);
  return parsed && !parsed->warnings.empty() ? parsed->warnings.front().message : "";
}

TEST(TimeZones, AreFoundByNameInAnyCase) {
  EXPECT_EQ(zone("Europe/Kyiv").name(), "Europe/Kyiv");
  EXPECT_EQ(zone("europe/kyiv").name(), "Europe/Kyiv");
  EXPECT_EQ(zone("UTC").name(), "UTC");
  EXPECT_EQ(zone("utc"), TimeZone());
}

TEST(TimeZones, UnknownOnesAreUsageErrorsThatNameThem) {
  for (const std::string name : {"Mars/Olympus", "", "../etc/passwd", "/etc/localtime", "Europe"}) {
    const auto found = TimeZone::find(name);
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().code, ErrorCode::kUsage);
    EXPECT_THAT(found.error().message, HasSubstr('"' + name + '"'));
    EXPECT_FALSE(found.error().hint.empty());
  }
}

TEST(TimeZones, DaysMonthsAndYearsBeginThere) {
  EXPECT_EQ(tree_in("Europe/Kyiv", "date:2024-05-31"),
            "date:2024-05-30T21:00:00..2024-05-31T21:00:00");
  EXPECT_EQ(tree_in("America/New_York", "date:2024-05"),
            "date:2024-05-01T04:00:00..2024-06-01T04:00:00");
  EXPECT_EQ(tree_in("Europe/Kyiv", "date:2024"), "date:2023-12-31T22:00:00..2024-12-31T22:00:00");
  EXPECT_EQ(tree_in("Asia/Kathmandu", "after:2024-05-31"), "date:2024-05-30T18:15:00..");
  EXPECT_EQ(tree_in("Europe/Kyiv", "date:2024-03..2024-11"),
            "date:2024-02-29T22:00:00..2024-11-30T22:00:00");
}

TEST(TimeZones, TodayIsTheirs) {
  const std::int64_t evening = kNow + 11 * kHour;  // 23:00 UTC: tomorrow in Kyiv
  EXPECT_EQ(tree_in("UTC", "date:today", evening), "date:2024-06-14..2024-06-15");
  EXPECT_EQ(tree_in("Europe/Kyiv", "date:today", evening),
            "date:2024-06-14T21:00:00..2024-06-15T21:00:00");
  EXPECT_EQ(tree_in("Pacific/Honolulu", "date:yesterday", kNow - 3 * kHour),
            "date:2024-06-12T10:00:00..2024-06-13T10:00:00");
  EXPECT_EQ(tree_in("Europe/Kyiv", "date:this-week"),
            "date:2024-06-09T21:00:00..2024-06-16T21:00:00");
}

TEST(TimeZones, DaysOfChangeAreShorterOrLonger) {
  // In Berlin clocks went forward on 31 March 2024 at 01:00 UTC, and back on 27 October.
  EXPECT_EQ(tree_in("Europe/Berlin", "date:2024-03-31"),
            "date:2024-03-30T23:00:00..2024-03-31T22:00:00");
  EXPECT_EQ(tree_in("Europe/Berlin", "date:2024-10-27"),
            "date:2024-10-26T22:00:00..2024-10-27T23:00:00");
}

TEST(TimeZones, ADayWhoseMidnightIsSkippedBeginsAfterIt) {
  // In São Paulo clocks went from 00:00 to 01:00 on 4 November 2018.
  EXPECT_EQ(tree_in("America/Sao_Paulo", "date:2018-11-04"),
            "date:2018-11-04T03:00:00..2018-11-05T02:00:00");
  EXPECT_EQ(tree_in("America/Sao_Paulo", "date:2018-11-03"),
            "date:2018-11-03T03:00:00..2018-11-04T03:00:00");
}

TEST(TimeZones, ADayWhoseMidnightComesTwiceBeginsWithTheFirst) {
  // In Havana clocks went from 01:00 back to 00:00 on 3 November 2024.
  EXPECT_EQ(tree_in("America/Havana", "date:2024-11-03"),
            "date:2024-11-03T04:00:00..2024-11-04T05:00:00");
}

TEST(TimeZones, ADayThatNeverWasIsNoDate) {
  // Samoa went from 29 to 31 December 2011.
  EXPECT_EQ(tree_in("Pacific/Apia", "date:2011-12-30"), "word:2011-12-30");
  EXPECT_THAT(message_in("Pacific/Apia", "date:2011-12-30"),
              HasSubstr("no such day in Pacific/Apia"));
  EXPECT_EQ(tree_in("Pacific/Apia", "date:2011-12-31"),
            "date:2011-12-30T10:00:00..2011-12-31T10:00:00");
}

TEST(TimeZones, TimesThatNeverWereAreNoDatesAndThoseThatCameTwiceAreTheFirst) {
  EXPECT_THAT(message_in("Europe/Berlin", "date:2024-03-31T02:30"),
              HasSubstr("no such time in Europe/Berlin"));
  EXPECT_EQ(tree_in("Europe/Berlin", "date:2024-03-31T03:00"),
            "date:2024-03-31T01:00:00..2024-03-31T01:01:00");
  EXPECT_EQ(tree_in("Europe/Berlin", "date:2024-10-27T02:30"),
            "date:2024-10-27T00:30:00..2024-10-27T00:31:00");
}

TEST(TimeZones, RelativeDaysAreByTheWallClockAndHoursAsTheyPass) {
  const std::int64_t after_change = 1711886400;  // 2024-03-31T12:00Z: 14:00 in Berlin
  EXPECT_EQ(tree_in("Europe/Berlin", "date:1d..", after_change), "date:2024-03-30T13:00:00..");
  EXPECT_EQ(tree_in("Europe/Berlin", "date:24h..", after_change), "date:2024-03-30T12:00:00..");
  EXPECT_EQ(tree_in("Europe/Berlin", "date:1m..", after_change), "date:2024-02-29T13:00:00..");
}

TEST(TimeZones, AnOffsetWinsOverTheZone) {
  for (const std::string_view name : {"UTC", "Asia/Tokyo"}) {
    EXPECT_EQ(tree_in(name, "date:2024-05-31T10:00+02:00"),
              "date:2024-05-31T08:00:00..2024-05-31T08:01:00");
    EXPECT_EQ(tree_in(name, "after:2024-05-31T10:00Z"), "date:2024-05-31T10:00:00..");
  }
  EXPECT_EQ(tree_in("Asia/Tokyo", "after:2024-05-31T10:00"), "date:2024-05-31T01:00:00..");
}

TEST(TimeZones, LocalAndInstantAgreeOverYears) {
  for (const std::string_view name : {"Europe/Berlin", "America/Havana", "Australia/Lord_Howe"}) {
    const TimeZone there = zone(name);
    for (std::int64_t instant = 0; instant < 60 * 365 * kSecondsOfDay;
         instant += 11 * kSecondsOfDay + kHour) {
      const std::int64_t again = there.instant_of(there.local_of(instant));
      EXPECT_TRUE(again == instant || there.local_of(again) == there.local_of(instant))
          << name << " " << instant;
    }
  }
}

TEST(TimeZones, AnyNowIsSurvived) {
  for (const std::string_view query : {"date:today", "date:9999y..", "date:9999", "date:0001"}) {
    for (const std::int64_t now : {INT64_MIN, INT64_MAX}) {
      EXPECT_THAT(tree_in("America/New_York", query, now), HasSubstr("date:")) << query;
    }
  }
}

}  // namespace
}  // namespace lede
