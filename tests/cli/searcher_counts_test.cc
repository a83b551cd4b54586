// lede-searcher facets, timeline and search --facet.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/searcher_cli.h"

namespace lede {
namespace {

using nlohmann::json;
using testing::HasSubstr;

using CountsCommands = test::SearcherCli;

TEST_F(CountsCommands, ShowFacetsAsBars) {
  const auto result = run({"facets", "harbour", "--facet", "publisher", "--facet", "month"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, R"(publisher
  The Kelmouth Ledger  2 ██████████████████████████████
  Island Gazette       1 ███████████████

month
  2024-05  1 ██████████████████████████████
  2024-06  1 ██████████████████████████████
  2024-07  1 ██████████████████████████████
)");
  EXPECT_THAT(result.err, testing::MatchesRegex("3 articles · [0-9.]+ ms\n"));
}

TEST_F(CountsCommands, ShowATimelineWithoutGaps) {
  EXPECT_EQ(
      run({"timeline", "storm OR ferry", "--interval", "month"}, {{}, "", {{"COLUMNS", "30"}}}).out,
      R"(by month
  2024-05  1 █████████████████
  2024-06  0
  2024-07  1 █████████████████
)");
}

TEST_F(CountsCommands, GiveTheSameCountsWithHits) {
  const auto facets = json::parse(run({"facets", "harbour", "--facet", "year", "--json"}).out);
  const auto search = json::parse(run({"search", "--facet", "year", "harbour", "--json"}).out);
  EXPECT_EQ(facets["facets"], search["facets"]);
  EXPECT_EQ(facets["facets"]["year"]["values"][0], json::parse(R"({"value":"2024","count":3})"));
  EXPECT_EQ(facets["total"], search["total"]);
  EXPECT_THAT(run({"search", "harbour", "--facet", "year", "-n", "1"}).out,
              HasSubstr("\n\nyear\n  2024  3 █"));
}

TEST_F(CountsCommands, RefuseUnknownFields) {
  const auto result = run({"facets", "harbour", "--facet", "colour"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("\"colour\" is none of publisher|language|"));
}

TEST_F(CountsCommands, FindNothingWithExitCodeOne) {
  EXPECT_EQ(run({"facets", "qqq"}).exit_code, 1);
  EXPECT_EQ(run({"timeline", "qqq"}).exit_code, 1);
}

}  // namespace
}  // namespace lede
