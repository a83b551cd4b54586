// Whichever way it is asked, Lede gives the same answer to the same query: the library, the server,
// MCP and the command line, for every query of the language's own table, over the sample corpus.
// The answers are compared whole: hits, order, scores, totals, marks, warnings and errors.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/same_answer/ways.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"
#include "tests/unit/searcher/query/query_table.h"

namespace lede::test {
namespace {

using nlohmann::json;

std::vector<std::string> all_queries() {
  std::vector<std::string> queries;
  for (const QueryRow& row : query_table()) {
    queries.push_back(row.query);
  }
  return queries;
}

// Relative dates count from now, to the second, and a cursor knows its question.
json without_clock(json answer) {
  answer.erase("next");
  if (answer.contains("interpreted")) {
    answer["interpreted"].erase("dates");
    answer["interpreted"].erase("text");
  }
  return answer;
}

// What the ways have in common: the command line prints no codes of errors.
json without_code(json answer) {
  if (answer.contains("error")) {
    answer["error"].erase("code");
  }
  return answer;
}

bool same(const json& one, const json& other, const std::string& query) {
  const bool counts_from_now = query.find(':') != std::string::npos;
  return one == other || (counts_from_now && without_clock(one) == without_clock(other));
}

class SameAnswer : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = std::make_unique<TempDir>();
    std::vector<std::string> command{LEDE_INDEXER, "update",     "--db",
                                     database(),   "--progress", "never"};
    for (const char* part : {"formats", "languages", "pages", "repeats", "story"}) {
      command.push_back(std::string(LEDE_SOURCE_DIR "/corpus/") + part);
    }
    const auto built = run_program(command);
    ASSERT_EQ(built.exit_code, 0) << built.err;
  }
  static void TearDownTestSuite() { folder.reset(); }

  static std::filesystem::path database() { return folder->path() / "lede.db"; }

  // How many answers there are to compare.
  static std::size_t compare(const Asked& asked, const Answers& found, const Answers& expected) {
    EXPECT_EQ(found.size(), asked.queries.size());
    EXPECT_EQ(expected.size(), asked.queries.size());
    std::size_t compared = 0;
    for (std::size_t i = 0; i < asked.queries.size(); ++i) {
      if (found[i].is_null()) {
        continue;
      }
      ++compared;
      EXPECT_TRUE(same(found[i], expected[i], asked.queries[i]))
          << asked.queries[i] << "\n"
          << json::diff(found[i], expected[i]).dump().substr(0, 2000);
    }
    return compared;
  }

  static Answers without_codes(Answers answers) {
    std::transform(answers.begin(), answers.end(), answers.begin(), without_code);
    return answers;
  }

 private:
  inline static std::unique_ptr<TempDir> folder;
};

TEST_F(SameAnswer, ToEveryQuery) {
  const Asked asked{all_queries()};
  ASSERT_GE(asked.queries.size(), 300U);
  const Answers answers = ask_library(database(), asked);
  const auto with = [&](const char* member) {
    return std::count_if(answers.begin(), answers.end(), [&](const json& answer) {
      return answer.contains(member) && !answer[member].empty();
    });
  };
  EXPECT_GT(with("hits"), 150);
  EXPECT_GT(with("warnings"), 50);
  EXPECT_GT(with("next"), 20);
  EXPECT_GT(with("error"), 0);
  EXPECT_EQ(compare(asked, ask_http(database(), asked), answers), answers.size());
  EXPECT_GT(compare(asked, ask_mcp(database(), asked), answers), answers.size() - 10);
  EXPECT_GT(compare(asked, ask_batch(database(), asked), without_codes(answers)),
            answers.size() - 10);
}

// A process each: every twentieth query, and those that are refused.
TEST_F(SameAnswer, OfSearchOnTheCommandLine) {
  const std::vector<std::string> queries = all_queries();
  const Answers all = ask_library(database(), {queries});
  Asked asked;
  Answers answers;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (i % 20 == 0 || all[i].contains("error")) {
      asked.queries.push_back(queries[i]);
      answers.push_back(without_code(all[i]));
    }
  }
  EXPECT_GE(compare(asked, ask_search(database(), asked), answers), 20U);
}

// With the code, and the place in the query.
TEST_F(SameAnswer, WhenStrictnessRefusesAQuery) {
  const std::vector<std::string> queries = all_queries();
  const Answers all = ask_library(database(), {queries, true});
  Asked refused{{}, true};
  Answers answers;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (all[i].contains("error")) {
      refused.queries.push_back(queries[i]);
      answers.push_back(all[i]);
    }
  }
  ASSERT_GT(answers.size(), 50U);
  EXPECT_THAT(answers.front()["error"]["code"], "bad_query");
  EXPECT_THAT(answers.front()["error"]["message"].get<std::string>(),
              testing::HasSubstr("at byte "));
  EXPECT_EQ(compare(refused, ask_http(database(), refused), answers), answers.size());
  refused.queries.resize(10);
  answers.resize(10);
  EXPECT_EQ(compare(refused, ask_search(database(), refused), without_codes(answers)), 10U);
}

}  // namespace
}  // namespace lede::test
