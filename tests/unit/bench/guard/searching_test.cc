// A small run of all that the guard measures with.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "bench/guard/corpus.h"
#include "bench/guard/counting.h"
#include "bench/guard/loop.h"
#include "bench/guard/timing.h"
#include "tests/support/temp_dir.h"

namespace lede::guard {
namespace {

constexpr std::size_t kArticles = 300;

TEST(Guard, MeasuresEveryClassOfItsOwnDatabase) {
  const test::TempDir folder;
  const std::string database = folder.path() / "guard.db";
  const auto written = write_database(database, kArticles);
  ASSERT_TRUE(written.has_value()) << written.error().message;
  const auto questions = parse_questions(draw_questions(generator(), kArticles));
  ASSERT_TRUE(questions.has_value());
  auto subject = Subject::open(database);
  ASSERT_TRUE(subject.has_value()) << subject.error().message;

  const auto checked = subject->check(*questions);
  EXPECT_TRUE(checked.has_value()) << checked.error().message;
  const auto figures = measure_time(*subject, *questions, Slowdown(""), 1);
  ASSERT_EQ(figures.size(), 20U);
  for (const Figure& figure : figures) {
    EXPECT_GT(figure.search, 0) << figure.query_class;
  }
  EXPECT_FALSE(count_instructions(*subject, *questions, Slowdown("")).has_value())
      << "not under valgrind";
}

TEST(Guard, DoesNotMeasureQuestionsWithoutAnswer) {
  const test::TempDir folder;
  const std::string database = folder.path() / "guard.db";
  ASSERT_TRUE(write_database(database, kArticles).has_value());
  auto subject = Subject::open(database);
  ASSERT_TRUE(subject.has_value());
  const std::string word = "notawordatall";
  const auto checked = subject->check(
      {{bench::QueryClass::kRare, {{word, raw_query(bench::QueryClass::kRare, word)}}}});
  ASSERT_FALSE(checked.has_value());
  EXPECT_NE(checked.error().message.find(word), std::string::npos);
}

TEST(Guard, HasALoopThatDoesTheSameEachTime) {
  EXPECT_EQ(CalibrationLoop().run(), CalibrationLoop().run());
}

TEST(Slowdown, IsForOneClassOrAll) {
  EXPECT_TRUE(Slowdown("phrase").is_for("phrase"));
  EXPECT_FALSE(Slowdown("phrase").is_for("or_2_3"));
  EXPECT_TRUE(Slowdown("all").is_for("or_2_3"));
  EXPECT_FALSE(Slowdown("").is_for("phrase"));
}

}  // namespace
}  // namespace lede::guard
