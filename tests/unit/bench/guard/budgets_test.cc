// What is over its budget is named, with what grew; what is not measured never passes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/budgets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lede::guard {
namespace {

using testing::HasSubstr;
using testing::Not;

Figure figure(Measure measure, const std::string& query_class, std::array<double, 5> stages) {
  Figure made;
  made.measure = measure;
  made.query_class = query_class;
  made.stages = stages;
  for (const double stage : stages) {
    made.search += stage;
  }
  return made;
}

Budgets budgets() {
  Budgets made;
  made.allowed = {{Measure::kXapian, 0.1}, {Measure::kLoop, 0.1}, {Measure::kInstructions, 0.03}};
  made.figures = {figure(Measure::kXapian, "phrase", {1, 2, 3, 4, 0}),
                  figure(Measure::kInstructions, "phrase", {100, 200, 300, 400, 0}),
                  figure(Measure::kLoop, "phrase", {5, 10, 15, 20, 0})};
  return made;
}

std::vector<Figure> figures_times(double factor) {
  std::vector<Figure> figures = budgets().figures;
  for (Figure& each : figures) {
    each.search *= factor;
    for (double& stage : each.stages) {
      stage *= factor;
    }
  }
  return figures;
}

TEST(Budgets, AreKeptByWhatTheyWereMeasuredFrom) {
  const auto findings = judge(budgets(), budgets().figures);
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_FALSE(any_over(findings));
  EXPECT_DOUBLE_EQ(findings[0].growth, 0);
}

TEST(Budgets, AllowEachMeasureItsOwnGrowth) {
  const auto findings = judge(budgets(), figures_times(1.05));
  EXPECT_FALSE(findings[0].over) << "time may grow by a tenth";
  EXPECT_TRUE(findings[1].over) << "instructions may not";
  EXPECT_FALSE(any_over(judge(budgets(), figures_times(1.029))));
  EXPECT_FALSE(any_over(judge(budgets(), figures_times(0.5))));
}

TEST(Budgets, NoticeAFifthMoreOfEverything) {
  const auto findings = judge(budgets(), figures_times(1.2));
  for (const Finding& finding : findings) {
    EXPECT_TRUE(finding.over);
    EXPECT_NEAR(finding.growth, 0.2, 1e-9);
    EXPECT_EQ(finding.grown, Stage::kPassages) << "the largest";
  }
}

TEST(Budgets, HoldTimeByBothItsUnits) {
  for (const std::size_t grown : {0U, 2U}) {
    std::vector<Figure> now = budgets().figures;
    now[grown].search *= 1.5;
    const auto findings = judge(budgets(), now);
    EXPECT_TRUE(findings[grown].high);
    EXPECT_FALSE(any_over(findings)) << "one alone may be chance";
    EXPECT_THAT(to_table(findings, budgets()), HasSubstr("high"));
  }
  std::vector<Figure> now = budgets().figures;
  now[0].search *= 1.2;
  now[2].search *= 1.2;
  const auto findings = judge(budgets(), now);
  EXPECT_TRUE(findings[0].over);
  EXPECT_TRUE(findings[2].over);
  EXPECT_FALSE(findings[1].over);
}

TEST(Budgets, NameTheStageThatGrew) {
  std::vector<Figure> now = budgets().figures;
  now[1] = figure(Measure::kInstructions, "phrase", {100, 190, 350, 420, 0});
  const auto findings = judge(budgets(), now);
  EXPECT_FALSE(findings[0].over);
  ASSERT_TRUE(findings[1].over);
  EXPECT_EQ(findings[1].grown, Stage::kPage);
  EXPECT_DOUBLE_EQ(findings[1].grown_by, 50);
  EXPECT_NEAR(findings[1].growth, 0.06, 1e-9);
}

TEST(Budgets, DoNotPassWhatWasNotMeasured) {
  std::vector<Figure> now = budgets().figures;
  now.erase(now.begin() + 1);
  const auto findings = judge(budgets(), now);
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_FALSE(findings[0].over);
  EXPECT_TRUE(findings[1].over);
  EXPECT_THAT(to_table(findings, budgets()), HasSubstr("not measured"));
  EXPECT_TRUE(any_over(judge({}, {}))) << "nothing at all";
}

TEST(Budgets, DoNotPassAClassWithoutBudget) {
  std::vector<Figure> now = budgets().figures;
  now.push_back(figure(Measure::kXapian, "fuzzy", {1, 1, 1, 1, 1}));
  const auto findings = judge(budgets(), now);
  ASSERT_EQ(findings.size(), 4U);
  EXPECT_TRUE(findings[3].over);
  EXPECT_THAT(to_table(findings, budgets()), HasSubstr("no budget"));
}

TEST(Budgets, OfNothingAreOver) {
  Budgets empty = budgets();
  empty.figures[1].search = 0;
  EXPECT_TRUE(judge(empty, budgets().figures)[1].over);
}

TEST(Budgets, AllowNothingUnlessToldTo) {
  Budgets strict = budgets();
  strict.allowed.clear();
  EXPECT_TRUE(judge(strict, figures_times(1.001))[0].over);
  EXPECT_TRUE(judge(strict, figures_times(1.001))[1].over);
}

TEST(Budgets, AreTheSameWhenReadBack) {
  const auto read = parse_budgets(to_text(budgets()));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->allowed, budgets().allowed);
  EXPECT_EQ(read->figures, budgets().figures);
}

TEST(Budgets, AreRefusedWhenALineMakesNoSense) {
  for (const std::string line :
       {"allow\ttime/xapian", "allow\ttime/moon\t0.1", "allow\ttime/loop\tmuch",
        "allow\ttime/loop\t-0.1", "time/loop\tphrase\t1\t2", "phrase"}) {
    const auto read = parse_budgets(to_text(budgets()) + line + '\n');
    ASSERT_FALSE(read.has_value()) << line;
    EXPECT_THAT(read.error().message, HasSubstr(line));
  }
}

TEST(Table, ShowsWhatIsOverFirstAndWhereItGrew) {
  std::vector<Figure> now = budgets().figures;
  now[1] = figure(Measure::kInstructions, "phrase", {100, 200, 300, 600, 0});
  const std::string table = to_table(judge(budgets(), now), budgets());
  const std::string first = table.substr(table.find('\n') + 1);
  EXPECT_EQ(first.rfind("OVER  instructions", 0), 0U) << table;
  EXPECT_THAT(first, HasSubstr("phrase"));
  EXPECT_THAT(first, HasSubstr("1000.00"));
  EXPECT_THAT(first, HasSubstr("1200.00"));
  EXPECT_THAT(first, HasSubstr("+20.0 %"));
  EXPECT_THAT(first, HasSubstr("3.0 %"));
  EXPECT_THAT(first, HasSubstr("most of it in passages (+200.00)"));
  EXPECT_THAT(first.substr(first.find('\n')), Not(HasSubstr("OVER")));
}

TEST(Runs, CountByTheOneInTheMiddle) {
  std::vector<Figure> runs = figures_times(1.3);
  for (const double factor : {1.0, 2.0}) {
    const std::vector<Figure> more = figures_times(factor);
    runs.insert(runs.end(), more.begin(), more.end());
  }
  EXPECT_EQ(middle(runs), figures_times(1.3));
}

}  // namespace
}  // namespace lede::guard
