// What callgrind writes is read, and what it did not count is missed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/counting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lede::guard {
namespace {

using testing::HasSubstr;

std::string file(const std::string& trigger, const std::string& totals) {
  return "# callgrind format\nversion: 1\ndesc: Timerange: Basic block 0 - 9\ndesc: Trigger: " +
         trigger + "\n\nevents: Ir\nfn=(1) search\n0 12\n\ntotals: " + totals + "\n";
}

std::vector<Count> counts_of(const std::string& query_class) {
  std::vector<Count> counts;
  double instructions = 0;
  for (const Stage stage : kStages) {
    instructions += 20'000;
    counts.push_back({query_class, stage, 10, instructions});
  }
  return counts;
}

TEST(Counting, ReadsWhichSearchesWereCounted) {
  const auto count = parse_count(file("Client Request: lede phrase match 10", "123456"));
  ASSERT_TRUE(count.has_value());
  ASSERT_TRUE(count->has_value());
  EXPECT_EQ((*count)->query_class, "phrase");
  EXPECT_EQ((*count)->stage, Stage::kMatch);
  EXPECT_EQ((*count)->searches, 10U);
  EXPECT_DOUBLE_EQ((*count)->instructions, 123456);
}

TEST(Counting, LeavesOutWhatIsWrittenAtTheEnd) {
  const auto count = parse_count(file("Program termination", "99"));
  ASSERT_TRUE(count.has_value());
  EXPECT_FALSE(count->has_value());
}

TEST(Counting, RefusesACountOfNobodyKnowsWhat) {
  for (const std::string name :
       {"lede phrase", "lede phrase lunch 10", "lede phrase match none", "lede phrase match 0"}) {
    EXPECT_FALSE(parse_count(file("Client Request: " + name, "99")).has_value()) << name;
  }
  EXPECT_FALSE(parse_count(file("Client Request: lede phrase match 10", "")).has_value());
}

TEST(Counting, TellsStagesApart) {
  const auto figures = to_figures(counts_of("phrase"));
  ASSERT_TRUE(figures.has_value());
  ASSERT_EQ(figures->size(), 1U);
  EXPECT_DOUBLE_EQ(figures->front().search, 10) << "thousands, of one search";
  for (const double stage : figures->front().stages) {
    EXPECT_DOUBLE_EQ(stage, 2);
  }
}

TEST(Counting, MissesAStage) {
  std::vector<Count> counts = counts_of("phrase");
  counts.erase(counts.begin() + 2);
  const auto figures = to_figures(counts);
  ASSERT_FALSE(figures.has_value());
  EXPECT_THAT(figures.error().message, HasSubstr("page"));
}

}  // namespace
}  // namespace lede::guard
