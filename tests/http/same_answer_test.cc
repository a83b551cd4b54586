// The command line and the server give the same answer to the same query, word for word, for every
// query of the language's own table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/http/sample_server.h"
#include "tests/support/run_program.h"
#include "tests/unit/searcher/query/query_table.h"

namespace lede::test {
namespace {

using nlohmann::json;

class SameAnswer : public SampleServer, public testing::WithParamInterface<std::size_t> {};

constexpr std::size_t kParts = 8;

// Times differ from call to call. Dates that count from now do when a second passes between two.
json without_times(const std::string& text, bool clock) {
  json answer = json::parse(text, nullptr, false);
  answer.erase("took_ms");
  if (clock) {
    answer.erase("interpreted");
    answer.erase("next");  // a cursor knows its question
  }
  return answer;
}

TEST_P(SameAnswer, OnTheCommandLineAndOverHttp) {
  const auto rows = query_table();
  ASSERT_GE(rows.size(), 300U);
  HttpConnection connection(server().port());
  std::size_t compared = 0;
  for (std::size_t i = GetParam(); i < rows.size(); i += kParts) {
    const std::string& query = rows[i].query;
    if (query.find('\0') != std::string::npos) {
      continue;  // no argument of a program can have it
    }
    const auto printed = run_program(
        {LEDE_SEARCHER, "search", "--json", "--timeout", "5000", "--db", database(), "--", query});
    const HttpAnswer answer = connection.ask({"GET", "/v1/search?q=" + escaped(query), {}, ""});
    ++compared;
    if (printed.exit_code == 2) {
      EXPECT_EQ(answer.status, 400) << query;
      EXPECT_THAT(printed.err,
                  testing::HasSubstr(answer.json()["detail"].get<std::string>().substr(0, 20)))
          << query;
      continue;
    }
    ASSERT_EQ(answer.status, 200) << query << answer.body;
    const bool clock = without_times(printed.out, false) != without_times(answer.body, false);
    EXPECT_EQ(without_times(printed.out, clock), without_times(answer.body, clock)) << query;
    EXPECT_TRUE(!clock || query.find(':') != std::string::npos) << "differs by time: " << query;
  }
  EXPECT_GT(compared, 30U);
}

INSTANTIATE_TEST_SUITE_P(Parts, SameAnswer, testing::Range<std::size_t>(0, kParts));

}  // namespace
}  // namespace lede::test
