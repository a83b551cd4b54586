// What an update says about itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace lede {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(WithThousands, PutsACommaBeforeEachThreeDigits) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(1000), "1,000");
  EXPECT_EQ(with_thousands(999999), "999,999");
  EXPECT_EQ(with_thousands(1234567890), "1,234,567,890");
}

TEST(Duration, UsesUnitsThatFit) {
  EXPECT_EQ(duration(0), "0.0 s");
  EXPECT_EQ(duration(3.14), "3.1 s");
  EXPECT_EQ(duration(125), "2 min 5 s");
  EXPECT_EQ(duration(3720), "1 h 2 min");
}

TEST(ByteSize, UsesUnitsThatFit) {
  EXPECT_EQ(byte_size(512), "512 bytes");
  EXPECT_EQ(byte_size(1024), "1.0 KiB");
  EXPECT_EQ(byte_size(12 * 1024 * 1024 + 300 * 1024), "12.3 MiB");
}

TEST(SecondsLeft, ComeFromWhatWasDone) {
  UpdateProgress progress;
  progress.total_bytes = 100;
  EXPECT_LT(seconds_left(progress, 10), 0);
  progress.bytes = 25;
  EXPECT_DOUBLE_EQ(seconds_left(progress, 10), 30);
  EXPECT_LT(seconds_left(progress, 0.1), 0) << "too early to tell";
}

TEST(ProgressLine, HasBarPercentRatesAndTimeLeft) {
  UpdateProgress progress{25000000, 100000000, 5000, 0};
  const std::string line = progress_line(progress, 10, 100);
  EXPECT_THAT(line, StartsWith("[#######"));
  EXPECT_THAT(line, HasSubstr(" 25%"));
  EXPECT_THAT(line, HasSubstr("500 articles/s"));
  EXPECT_THAT(line, HasSubstr("2.5 MB/s"));
  EXPECT_THAT(line, HasSubstr("30.0 s left"));
  EXPECT_THAT(line, Not(HasSubstr("failed")));
}

TEST(ProgressLine, FitsAnyWidth) {
  UpdateProgress progress{200, 100, 5000, 7};  // more than all is all
  for (std::size_t width = 0; width < 150; ++width) {
    EXPECT_LE(progress_line(progress, 10, width).size(), width);
  }
  EXPECT_THAT(progress_line(progress, 10, 149), HasSubstr("100%"));
}

TEST(ProgressLine, SaysThatItWritesAndHowMuchIsLeft) {
  UpdateProgress progress{100, 100, 5000, 0, UpdateStage::kWriting, true, 0.5};
  EXPECT_THAT(progress_line(progress, 10, 100), HasSubstr("writing 5,000 articles"));
  EXPECT_THAT(progress_line(progress, 10, 100), Not(HasSubstr("100%")));
  EXPECT_GT(seconds_left(progress, 10), 0);
  progress.written = 1;
  EXPECT_THAT(progress_line(progress, 10, 100), HasSubstr("100%"));
}

TEST(ProgressLine, OfReadingLeavesTimeForWritingInBulk) {
  UpdateProgress through_xapian{50, 100, 5000, 0};
  UpdateProgress in_bulk = through_xapian;
  in_bulk.in_bulk = true;
  EXPECT_GT(seconds_left(in_bulk, 10), seconds_left(through_xapian, 10));
}

TEST(ProgressJson, IsOneObject) {
  UpdateProgress progress{25, 100, 5, 1};
  const auto json = nlohmann::json::parse(progress_json(progress, 10));
  EXPECT_EQ(json.at("format_version"), 1);
  EXPECT_EQ(json.at("bytes"), 25);
  EXPECT_EQ(json.at("total_bytes"), 100);
  EXPECT_EQ(json.at("failed"), 1);
  EXPECT_EQ(json.at("seconds_left"), 30.0);
}

TEST(SummaryLine, CountsInTheOrderPromised) {
  UpdateResult result;
  result.counts.added = 120;
  result.counts.updated = 3;
  result.counts.removed = 1;
  result.counts.unchanged = 9876;
  result.counts.failed = 2;
  EXPECT_THAT(summary_line(result, 3.1, false),
              StartsWith("added 120, updated 3, removed 1, unchanged 9,876, failed 2 in 3.1 s"));
  EXPECT_THAT(summary_line(result, 3.1, true), StartsWith("would have: added 120, "));
}

}  // namespace
}  // namespace lede
