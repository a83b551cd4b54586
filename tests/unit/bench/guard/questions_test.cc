// The guard's questions are the sampler's, and Xapian is asked for the same words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/questions.h"

#include <gtest/gtest.h>

#include "bench/guard/corpus.h"
#include "bench/guard/figures.h"

namespace lede::guard {
namespace {

using bench::QueryClass;

TEST(Questions, OfEveryClassComeBack) {
  const std::string lines = draw_questions(generator(), 300);
  const auto questions = parse_questions(lines);
  ASSERT_TRUE(questions.has_value()) << questions.error().message;
  EXPECT_EQ(questions->size(), 10U);
  for (const auto& [query_class, all] : *questions) {
    EXPECT_EQ(all.size(), 10U) << name_of(query_class);
  }
  EXPECT_EQ(lines, draw_questions(generator(), 300));
}

TEST(Questions, AreRefusedWhenAClassIsMissing) {
  EXPECT_FALSE(parse_questions("phrase\t\"a b\"\n").has_value());
  EXPECT_FALSE(parse_questions("fuzzy\tword~\n").has_value());
  EXPECT_FALSE(parse_questions("phrase\n").has_value());
}

TEST(RawQuery, HasTheSameWords) {
  struct Case {
    QueryClass query_class;
    const char* typed;
    const char* raw;
  };
  for (const Case& each : std::vector<Case>{
           {QueryClass::kRare, "ferries", "Query(Zferri)"},
           {QueryClass::kOr, "boats OR ferry", "Query((Zboat OR Zferri))"},
           {QueryClass::kAnd, "boats AND ferry", "Query((Zboat AND Zferri))"},
           {QueryClass::kPhrase, "\"the boats\"", "Query((the PHRASE 2 boats))"},
           {QueryClass::kLongPrefix, "ferri*", "Query(WILDCARD SYNONYM ferri)"},
       }) {
    EXPECT_EQ(raw_query(each.query_class, each.typed).get_description(), each.raw);
  }
}

TEST(Figures, AreTheSameWhenReadBack) {
  Figure figure;
  figure.measure = Measure::kLoop;
  figure.query_class = "or_2_3";
  figure.search = 12.345;
  figure.stages = {1, 2.5, -0.125, 0, 9};
  const auto read = parse_figures(header_line() + '\n' + to_line(figure));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ(read->front(), figure);
}

}  // namespace
}  // namespace lede::guard
