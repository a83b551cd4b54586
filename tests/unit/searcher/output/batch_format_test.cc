// Runs that judging tools read the way we mean them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/batch_format.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/output/json.h"
#include "tests/unit/searcher/output/sample_response.h"

namespace lede {
namespace {

SearchResponse scored(const std::vector<std::pair<std::string, double>>& hits) {
  SearchResponse response;
  response.query = "sea \"wall\"";
  response.total = hits.size();
  for (const auto& [id, score] : hits) {
    Hit hit;
    hit.id = id;
    hit.score = score;
    response.hits.push_back(hit);
  }
  return response;
}

TEST(TrecFormat, HasSixColumns) {
  EXPECT_EQ(batch_text(BatchFormat::kTrec, "q1", scored({{"a", 2.5}, {"b", 1}}), "run"),
            "q1 Q0 a 1 2.5 run\nq1 Q0 b 2 1 run\n");
}

// Judging tools sort by score as a float and break ties by id.
TEST(TrecFormat, KeepsOurOrderInToolsThatSortAgain) {
  const auto text = batch_text(
      BatchFormat::kTrec, "q",
      scored({{"a", 7}, {"z", 7}, {"m", 7.00000000001}, {"b", 7}, {"c", 9}, {"d", 0}, {"e", 0}}),
      "t");
  std::istringstream lines(text);
  std::string query, q0, id, tag;
  std::size_t rank = 0;
  std::size_t count = 0;
  float score = 0;
  float previous = std::numeric_limits<float>::infinity();
  while (lines >> query >> q0 >> id >> rank >> score >> tag) {
    EXPECT_EQ(rank, ++count);
    EXPECT_LT(score, previous);
    previous = score;
  }
  EXPECT_EQ(count, 7U);
}

TEST(TrecFormat, LetsNoWhiteSpaceIntoAColumn) {
  EXPECT_EQ(batch_text(BatchFormat::kTrec, "q 1", scored({{"my file\t\u3000#1", 1}}), ""),
            "q%201 Q0 my%20file%09%E3%80%80#1 1 1 -\n");
}

TEST(CsvFormat, QuotesWhatNeedsIt) {
  EXPECT_EQ(batch_header(BatchFormat::kCsv), "query_id,rank,id,score\n");
  EXPECT_EQ(batch_text(BatchFormat::kCsv, "q,1", scored({{"a \"b\"\nc", 0.5}}), ""),
            "\"q,1\",1,\"a \"\"b\"\"\nc\",0.5\n");
}

TEST(JsonlFormat, IsAnObjectAQuery) {
  const auto text = batch_text(BatchFormat::kJsonl, "q1", scored({{"a", 2.5}, {"b\xFF", 1}}), "");
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  const auto line = nlohmann::json::parse(text);
  EXPECT_EQ(line["query_id"], "q1");
  EXPECT_EQ(line["query"], "sea \"wall\"");
  EXPECT_EQ(line["total"]["value"], 2);
  EXPECT_EQ(line["hits"][0]["id"], "a");
  EXPECT_EQ(line["hits"][0]["score"], 2.5);
  EXPECT_EQ(line["hits"].size(), 2U);
}

TEST(FullFormat, IsALineOfTheWholeAnswer) {
  SearchResponse response = scored({{"a", 2.5}, {"b\xFF", 1}});
  response.hits.front().snippets.push_back(test::make_snippet(3, "the [sea]\nwall"));
  const auto text = batch_text(BatchFormat::kFull, "q\"1\xFF", response, "");
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  auto line = nlohmann::json::parse(text);
  EXPECT_EQ(line["query_id"], "q\"1\uFFFD");
  line.erase("query_id");
  EXPECT_EQ(line, nlohmann::json::parse(response_json(response, JsonLayout::kOneLine)));
  EXPECT_EQ(line["hits"][0]["snippets"][0]["start"], 3);
}

}  // namespace
}  // namespace lede
