// Dates no more precise than known.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/dates.h"

#include <gtest/gtest.h>

#include <limits>

namespace lede {
namespace {

constexpr std::int64_t kInstant = 1'717'164'309;  // 2024-05-31T14:05:09Z

TEST(Dates, AreAsPreciseAsTheSource) {
  EXPECT_EQ(date_text(kInstant, DatePrecision::kYear), "2024");
  EXPECT_EQ(date_text(kInstant, DatePrecision::kMonth), "2024-05");
  EXPECT_EQ(date_text(kInstant, DatePrecision::kDay), "2024-05-31");
  EXPECT_EQ(date_text(kInstant, DatePrecision::kMinute), "2024-05-31T14:05Z");
  EXPECT_EQ(date_text(kInstant, DatePrecision::kSecond), "2024-05-31T14:05:09Z");
}

TEST(Dates, ReachBeforeTheEpoch) {
  EXPECT_EQ(date_text(-1, DatePrecision::kSecond), "1969-12-31T23:59:59Z");
  EXPECT_EQ(date_text(-62'135'596'800, DatePrecision::kDay), "0001-01-01");
}

TEST(Dates, OfNoCalendarAreSeconds) {
  const auto last = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(date_text(last, DatePrecision::kDay), std::to_string(last) + " s");
}

TEST(Dates, ShowTheTimeOnlyWhenThereIsOne) {
  EXPECT_EQ(instant_text(1'717'113'600, {}), "2024-05-31");
  EXPECT_EQ(instant_text(kInstant, {}), "2024-05-31T14:05:09Z");
}

TEST(Dates, InAZoneAreByItsClock) {
  const auto kyiv = TimeZone::find("Europe/Kyiv");
  const auto newfoundland = TimeZone::find("America/St_Johns");
  ASSERT_TRUE(kyiv && newfoundland);
  EXPECT_EQ(zoned_text(kInstant, {}), "2024-05-31T14:05:09Z");
  EXPECT_EQ(zoned_text(kInstant, *kyiv), "2024-05-31T17:05:09+03:00");
  EXPECT_EQ(zoned_text(kInstant, *newfoundland), "2024-05-31T11:35:09-02:30");
  EXPECT_EQ(zoned_text(-5'000'000'000, *kyiv), "1811-07-23T15:06:40Z");  // two hours and 124 s
  EXPECT_EQ(instant_text(1'717'102'800, *kyiv), "2024-05-31");
  EXPECT_EQ(instant_text(1'717'113'600, *kyiv), "2024-05-31T03:00:00+03:00");
}

}  // namespace
}  // namespace lede
