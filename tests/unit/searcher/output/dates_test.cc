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
  EXPECT_EQ(instant_text(1'717'113'600), "2024-05-31");
  EXPECT_EQ(instant_text(kInstant), "2024-05-31T14:05:09Z");
}

}  // namespace
}  // namespace lede
