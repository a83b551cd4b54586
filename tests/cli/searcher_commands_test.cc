// lede-searcher batch, show, stats, parse, analyze, --help.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/searcher_cli.h"

namespace lede {
namespace {

using nlohmann::json;
using test::lines_of;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using SearcherCommands = test::SearcherCli;

test::ProgramOptions input(const std::string& text) { return {{}, text, {}}; }

TEST_F(SearcherCommands, BatchWritesTrecRuns) {
  const auto result = run({"batch", "-", "--match", "any", "--tag", "mine"},
                          input("q1\tharbour wall\nq2\tferry\n"));
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
  const auto lines = lines_of(result.out);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_THAT(lines[0], testing::MatchesRegex("q1 Q0 wall-[12] 1 [0-9.]+ mine"));
  EXPECT_THAT(lines[3], testing::MatchesRegex("q2 Q0 ferry 1 [0-9.]+ mine"));
}

TEST_F(SearcherCommands, SuggestSaysWhatMayBeTypedNext) {
  const auto result = run({"suggest", "harbour", "wa"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
  EXPECT_THAT(lines_of(result.out), testing::Contains("harbour wall (2)"));
  const auto object = json::parse(run({"suggest", "harbour wa", "--json", "-n", "1"}).out);
  EXPECT_EQ(object["format_version"], 1);
  EXPECT_EQ(object["typed"], "harbour wa");
  EXPECT_THAT(object["suggestions"], SizeIs(1));
}

TEST_F(SearcherCommands, SuggestWithNothingToSayExitsWithOne) {
  const auto result = run({"suggest", "qqqzzz"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(SearcherCommands, SearchAsksWhatWasMeantUnlessToldNotTo) {
  EXPECT_THAT(run({"search", "harbuor"}).err, HasSubstr("did you mean: harbour ("));
  EXPECT_THAT(run({"search", "harbuor", "--no-did-you-mean"}).err,
              testing::Not(HasSubstr("did you mean")));
  EXPECT_EQ(json::parse(run({"search", "harbuor", "--json"}).out)["did_you_mean"]["query"],
            "harbour");
}

TEST_F(SearcherCommands, BatchGivesTheSameAnswersAsSearch) {
  const auto batch = run({"batch", "-", "--format", "jsonl"}, input("7\tharbour wall"));
  const auto object = json::parse(batch.out);
  EXPECT_EQ(object["query_id"], "7");
  std::string ids;
  for (const auto& hit : object["hits"]) {
    ids += hit["id"].get<std::string>() + "\n";
  }
  EXPECT_EQ(ids, run({"search", "harbour wall", "--ids"}).out);
}

TEST_F(SearcherCommands, BatchWritesCsvFromAFile) {
  const test::TempDir folder;
  const auto file = folder.write("queries.tsv", "a,b\tferry\r\n\r\nc\tqqqzzz\r\n");
  const auto result = run({"batch", file, "--format", "csv", "--limit", "1"});
  const auto lines = lines_of(result.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0], "query_id,rank,id,score");
  EXPECT_TRUE(lines[1].starts_with("\"a,b\",1,ferry,")) << lines[1];
}

TEST_F(SearcherCommands, BatchReportsBadLinesAndGoesOn) {
  const auto result = run({"batch", "-"}, input("no tab\n\tno id\nq\tferry\n" +
                                                std::string(100'000, 'x') + "\nr\tferry"));
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(lines_of(result.out), SizeIs(2));
  EXPECT_THAT(result.err, HasSubstr("-:1: no id and tab before the query"));
  EXPECT_THAT(result.err, HasSubstr("-:2: "));
  EXPECT_THAT(result.err, HasSubstr("-:4: the line is too long"));
}

TEST_F(SearcherCommands, BatchTakesQueriesAsLongAsParagraphs) {
  std::string query;
  for (int i = 0; i < 500; ++i) {
    query += "word" + std::to_string(i) + " ";
  }
  const auto result = run({"batch", "-", "--match", "any"}, input("q\t" + query + "ferry\n"));
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("q Q0 ferry 1 "));
}

TEST_F(SearcherCommands, BatchSaysWhenThereAreNoHitsAtAll) {
  const auto result = run({"batch", "-"}, input("q\tqqqzzz\n"));
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(SearcherCommands, ShowPrintsAnArticle) {
  const auto result = run({"show", "wall-1"});
  EXPECT_EQ(result.exit_code, 0);
  const auto lines = lines_of(result.out);
  EXPECT_EQ(lines.at(0), "Harbour wall gives way in storm");
  EXPECT_THAT(result.out, HasSubstr("published  2024-05-31\n"));
  EXPECT_THAT(result.out, HasSubstr("author     Ada Fenwick\n"));
  EXPECT_THAT(result.out, HasSubstr("\n\nAn engineer had warned the council"));
  for (const auto& line : lines) {
    EXPECT_LE(line.size(), 80U + 6U) << line;
  }
}

TEST_F(SearcherCommands, ShowGivesProgramsEveryFieldAndTheTextAsItIs) {
  const auto object = json::parse(run({"show", "wall-2", "--json"}).out);
  EXPECT_EQ(object["id"], "wall-2");
  EXPECT_EQ(object["url"], "https://ledger.example/rebuild?a=1&b=2");
  EXPECT_EQ(object["published"], "2024-06-10");
  EXPECT_EQ(object["published_precision"], "day");
  EXPECT_EQ(object["language"], "en");
  EXPECT_TRUE(object["zones"].is_array());
  EXPECT_EQ(run({"show", "wall-2", "--text"}).out, object["text"].get<std::string>() + "\n");
}

TEST_F(SearcherCommands, ShowSaysWhenThereIsNoSuchArticle) {
  const auto result = run({"show", "wall-9"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("wall-9"));
  EXPECT_THAT(result.err, HasSubstr("hint: "));
}

TEST_F(SearcherCommands, StatsCountsArticlesAndLanguages) {
  const auto result = run({"stats"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("articles   5\n"));
  EXPECT_THAT(result.out, HasSubstr("published  2024-05-31 to 2024-07-01\n"));
  const auto object = json::parse(run({"stats", "--json"}).out);
  EXPECT_EQ(object["documents"], 5);
  EXPECT_EQ(object["languages"][0], json::parse(R"({"language":"en","documents":4})"));
  EXPECT_EQ(object["schema"], "1");
}

TEST_F(SearcherCommands, ParseShowsTheTreeWithoutADatabase) {
  const test::ProgramOptions nowhere{{}, "", {{"LEDE_DB", "/no/such/place"}}};
  const auto result = run({"parse", "\"harbour wall\"", "date:2024-05", "(ferry"}, nowhere);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("query      \"harbour wall\" date:2024-05 (ferry\n"));
  EXPECT_THAT(result.out, HasSubstr("phrase:\"harbour wall\""));
  EXPECT_THAT(result.out, HasSubstr("dates      from 2024-05-01 before 2024-06-01 (UTC)\n"));
  EXPECT_THAT(result.out, HasSubstr("warning    "));
  const auto object =
      json::parse(run({"parse", "--json", "\"harbour wall\" date:2024-05"}, nowhere).out);
  EXPECT_EQ(object["tree"]["children"][0]["kind"], "phrase");
  EXPECT_EQ(object["interpreted"]["dates"][0]["to"], "2024-06-01T00:00:00Z");
  EXPECT_EQ(run({"parse", "--strict", "(ferry"}, nowhere).exit_code, 2);
  EXPECT_THAT(run({"parse", "date:2024-05", "--timezone", "Europe/Kyiv"}, nowhere).out,
              HasSubstr("dates      from 2024-05-01 before 2024-06-01 (Europe/Kyiv)\n"));
}

TEST_F(SearcherCommands, AnalyzeShowsTermsAndStems) {
  const auto result = run({"analyze", "--lang", "en", "Walls of the U.S."});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("language: en (option)\n"));
  const auto object =
      json::parse(run({"analyze", "-", "--lang", "en", "--json"}, input("Walls of the U.S.")).out);
  EXPECT_EQ(object["tokens"][0]["term"], "walls");
  EXPECT_EQ(object["tokens"][0]["stem"], "wall");
  bool acronym = false;
  for (const auto& token : object["tokens"]) {
    acronym = acronym || token["acronym"].get<bool>();
  }
  EXPECT_TRUE(acronym);
}

TEST_F(SearcherCommands, HelpAndVersionGoToStandardOutput) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--help"}, {"search", "--help"}, {"batch", "-h"}}) {
    const auto result = run(arguments);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.out, HasSubstr("Usage: lede-searcher"));
    EXPECT_THAT(result.err, IsEmpty());
  }
  EXPECT_THAT(run({"--version"}).out, testing::StartsWith("lede-searcher "));
}

}  // namespace
}  // namespace lede
