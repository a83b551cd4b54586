// Every bound on the work of a query: it holds, and the answer says so by its own code.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/limits.h"

#include <gmock/gmock.h>

#include <chrono>

#include "searcher/plan/text_check.h"
#include "searcher/query/parser.h"
#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using testing::Contains;
using testing::IsEmpty;

std::vector<std::string> codes(const SearchResponse& response) {
  std::vector<std::string> all;
  for (const QueryWarning& warning : response.warnings) {
    all.push_back(warning.code);
  }
  return all;
}

class Limits : public testing::Test {
 protected:
  SearchResponse ask(const std::string& query) {
    Searcher searcher = archive_.searcher();
    SearchRequest request;
    request.query = query;
    request.match = Match::kAll;
    request.parse.limits.bytes = 1U << 16U;
    return test::answer(searcher, request);
  }

  // 1,500 words that start so, most of them in one article, the first in two.
  void put_many_words(const std::string& start) {
    std::string text;
    for (int i = 0; i < 1500; ++i) {
      text += start + std::string(1, static_cast<char>('a' + i % 26)) +
              static_cast<char>('a' + i / 26 % 26) + static_cast<char>('a' + i / 676) + "s ";
    }
    archive_.put(start + "1", text);
    archive_.put(start + "2", text.substr(0, text.find(' ')));
  }

  test::SmallArchive archive_;
};

TEST_F(Limits, APrefixStandsForItsMostFrequentWords) {
  put_many_words("wor");
  const SearchResponse response = ask("wor*");
  EXPECT_THAT(codes(response), Contains("expansion_cut"));
  EXPECT_EQ(response.total, 2U) << "the word of two articles must be among those kept";
  EXPECT_THAT(codes(ask("worz*")), IsEmpty());
}

TEST_F(Limits, AllPatternsOfAQueryShareTheirLimit) {
  put_many_words("wor");
  put_many_words("tal");
  put_many_words("lis");
  const SearchResponse response = ask("wor* OR tal* OR lis* OR zzz*");
  EXPECT_EQ(std::ssize(codes(response)), 3)
      << "two are cut at their own limit, one at what is left";
  EXPECT_THAT(codes(ask("worz* OR talz* OR lisz*")), IsEmpty());
}

TEST_F(Limits, WildcardsWithinWordsAreExpandedWithinTheLimit) {
  put_many_words("wor");
  EXPECT_THAT(codes(ask("wor*as")), IsEmpty()) << "few fit";
  EXPECT_THAT(codes(ask("wor*s")), Contains("expansion_cut"));
}

TEST_F(Limits, AChineseRunIsCut) {
  archive_.put("1", "我在北京工作");
  std::string run;
  for (int i = 0; i < 100; ++i) {
    run += "北京工作";
  }
  const SearchResponse response = ask(run);
  EXPECT_THAT(codes(response), Contains("words_cut"));
  EXPECT_EQ(response.total, 1U);
  EXPECT_THAT(codes(ask("\"" + run + "\"")), Contains("words_cut"));
  EXPECT_THAT(codes(ask("北京工作")), IsEmpty());
}

TEST_F(Limits, ACompoundOfManyWordsIsCut) {
  std::string compound = "a";
  for (int i = 0; i < 100; ++i) {
    compound += "-b";
  }
  EXPECT_THAT(codes(ask(compound)), Contains("words_cut"));
}

TEST_F(Limits, WordsAreNearWithinAHundredWords) {
  archive_.put("1", "first then last");
  const SearchResponse response = ask("first NEAR/500 last");
  EXPECT_THAT(codes(response), Contains("out_of_range"));
  EXPECT_EQ(response.total, 1U);
  EXPECT_THAT(codes(ask("first NEAR/100 last")), IsEmpty());
}

TEST_F(Limits, ATextIsAnalysedInTimeWhateverIsNearWhat) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) {
    text += "sea wall sea walls ";
  }
  archive_.put("1", text);
  const auto started = std::chrono::steady_clock::now();
  for (const std::string query :
       {"sea NEAR/100 wall", "wal* NEAR/100 walls", "sea SENTENCE wall", "wall ADJ/100 wal*",
        "sea NEAR/100 sea NEAR/100 sea NEAR/100 sea NEAR/100 sea"}) {
    EXPECT_EQ(ask(query).total, 1U) << query;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  EXPECT_LT(took.count(), 100) << "seconds; trying all combinations would take for ever";
}

TEST(CheckBudget, EndsWithTheArticles) {
  CheckBudget budget(2, std::chrono::minutes(1));
  EXPECT_TRUE(budget.take());
  EXPECT_TRUE(budget.take());
  EXPECT_FALSE(budget.exhausted()) << "two were asked for and two were read";
  EXPECT_FALSE(budget.take());
  EXPECT_TRUE(budget.exhausted());
}

TEST(CheckBudget, EndsWithTheTime) {
  CheckBudget budget(1000, std::chrono::milliseconds(0));
  EXPECT_FALSE(budget.take());
  EXPECT_TRUE(budget.exhausted());
}

}  // namespace
}  // namespace lede
