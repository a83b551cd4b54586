// lede-searcher search: what comes out, for people and for programs.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/cli/searcher_cli.h"

namespace lede {
namespace {

using nlohmann::json;
using test::lines_of;
using test::ProgramOptions;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using SearchCommand = test::SearcherCli;

TEST_F(SearchCommand, PrintsHitsAndASummary) {
  const auto result = run({"search", "harbour", "wall", "--match", "all"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, R"(1. Harbour wall gives way in storm
   2024-05-31 · The Kelmouth Ledger · en
   KELMOUTH — The harbour wall gave way on Friday night. By morning the sea had
   taken two sheds, a café and a boat that nobody would own up to.
   An engineer had warned the council about the walls in 2019. "We were told to
   wait for the money," she said.
   archive.jsonl#1 · wall-1

2. Council to rebuild the harbour
   2024-06-10 · The Kelmouth Ledger · en
   The council voted on Monday to rebuild the harbour and its wall before
   spring. It will be half a metre higher than the old one.
   https://ledger.example/rebuild?a=1&b=2 · wall-2
)");
  EXPECT_THAT(result.err, testing::MatchesRegex("2 articles · [0-9.]+ ms\n"));
}

TEST_F(SearchCommand, WrapsToTheTerminal) {
  const auto result =
      run({"search", "\"rebuild the harbour and\"", "-n", "1"}, {{}, "", {{"COLUMNS", "40"}}});
  EXPECT_EQ(result.out, R"(1. Council to rebuild the harbour
   2024-06-10 · The Kelmouth Ledger · en
   The council voted on Monday to
   rebuild the harbour and its wall
   before spring. It will be half a
   metre higher than the old one.
   https://ledger.example/rebuild?a=1&b=2 · wall-2
)");
}

TEST_F(SearchCommand, GivesProgramsTheSameHitsInEveryForm) {
  const std::vector<std::string> query{"search", "harbour", "wall"};
  const auto with = [&](const char* format) {
    auto arguments = query;
    arguments.emplace_back(format);
    return run(arguments);
  };
  const auto all = with("--json");
  EXPECT_EQ(all.exit_code, 0);
  EXPECT_THAT(all.err, IsEmpty());
  const auto object = json::parse(all.out);
  EXPECT_EQ(object["format_version"], 1);
  EXPECT_EQ(object["query"], "harbour wall");
  EXPECT_EQ(object["index"]["documents"], 5);
  std::vector<std::string> ids;
  for (const auto& hit : object["hits"]) {
    ids.push_back(hit["id"]);
  }
  EXPECT_EQ(lines_of(with("--ids").out), ids);
  std::vector<std::string> line_ids;
  for (const auto& line : lines_of(with("--jsonl").out)) {
    line_ids.push_back(json::parse(line)["id"]);
  }
  EXPECT_EQ(line_ids, ids);
  EXPECT_EQ(object["total"]["value"], ids.size());
}

TEST_F(SearchCommand, MarksInJsonAreWhatMatched) {
  const auto object = json::parse(run({"search", "walls café", "--match", "any", "--json"}).out);
  std::vector<std::string> marked;
  for (const auto& snippet : object["hits"][0]["snippets"]) {
    const auto text = snippet["text"].get<std::string>();
    for (const auto& mark : snippet["marks"]) {
      marked.push_back(
          text.substr(mark[0], mark[1].get<std::size_t>() - mark[0].get<std::size_t>()));
    }
  }
  EXPECT_THAT(marked, ElementsAre("wall", "café", "walls"));
}

TEST_F(SearchCommand, FindsAcronymsAndNotThePronoun) {
  const auto object = json::parse(run({"search", "US", "--json"}).out);
  ASSERT_EQ(object["hits"].size(), 1U);
  EXPECT_EQ(object["hits"][0]["id"], "ferry");
  const auto& snippet = object["hits"][0]["snippets"][0];
  ASSERT_EQ(snippet["marks"].size(), 1U);
  EXPECT_EQ(snippet["text"].get<std::string>().substr(snippet["marks"][0][0], 4), "U.S.");
}

TEST_F(SearchCommand, FindsChinese) {
  const auto result = run({"search", "咖啡馆"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("到早上大海已经带走了咖啡馆。"));
}

TEST_F(SearchCommand, PagesAndSorts) {
  EXPECT_THAT(lines_of(run({"search", "harbour", "--sort", "newest", "--ids"}).out),
              ElementsAre("ferry", "wall-2", "wall-1"));
  EXPECT_THAT(lines_of(run({"search", "harbour", "--sort", "oldest", "--ids"}).out),
              ElementsAre("wall-1", "wall-2", "ferry"));
  EXPECT_THAT(
      lines_of(
          run({"search", "harbour", "--sort", "oldest", "--ids", "-n", "1", "--offset", "1"}).out),
      ElementsAre("wall-2"));
  const auto beyond = run({"search", "harbour", "--offset", "50"});
  EXPECT_EQ(beyond.exit_code, 1);
  EXPECT_THAT(beyond.err, HasSubstr("none of 3 articles from here on"));
  EXPECT_EQ(run({"search", "harbour", "-n", "0"}).exit_code, 0);
}

TEST_F(SearchCommand, NumbersHitsFromTheOffset) {
  const auto result = run({"search", "harbour", "--offset", "1", "-n", "1"});
  EXPECT_TRUE(result.out.starts_with("2. ")) << result.out;
  EXPECT_THAT(result.err, HasSubstr("2 of 3 articles"));
}

TEST_F(SearchCommand, FiltersByDate) {
  EXPECT_THAT(
      lines_of(
          run({"search", "harbour", "--after", "2024-06", "--before", "2024-07", "--ids"}).out),
      ElementsAre("wall-2"));
}

TEST_F(SearchCommand, EchoesItsDatesInTheZone) {
  const auto result = run({"search", "harbour", "--after", "2024-06", "--before", "2024-07",
                           "--timezone", "Europe/Kyiv", "--json"});
  EXPECT_EQ(json::parse(result.out)["interpreted"]["dates"],
            json::parse(R"([{"from":"2024-06-01T00:00:00+03:00","to":"2024-07-01T00:00:00+03:00",
                             "zone":"Europe/Kyiv"}])"));
}

TEST_F(SearchCommand, SaysWhenItRelaxed) {
  const auto result = run({"search", "ferry", "engineer", "qqq"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("without: "));
  EXPECT_THAT(result.err, HasSubstr("some articles lack words"));
}

TEST_F(SearchCommand, TakesWordsThatLookLikeOptionsAfterTwoDashes) {
  EXPECT_THAT(lines_of(run({"search", "--ids", "--", "harbour", "-storm", "-ferry"}).out),
              ElementsAre("wall-2"));
  const auto without = run({"search", "harbour", "-storm"});
  EXPECT_EQ(without.exit_code, 2);
  EXPECT_THAT(without.err, HasSubstr("words that start with a dash come after --"));
}

TEST_F(SearchCommand, ExplainsScores) {
  const auto result =
      run({"search", "harbour", "-n", "1", "--sort", "newest", "--snippets", "0", "--explain"},
          {{}, "", {{"COLUMNS", "40"}}});
  const std::string shown = std::regex_replace(result.out, std::regex("[0-9]+\\.[0-9]{4}"), "N");
  EXPECT_EQ(std::regex_replace(shown, std::regex("(length|average)\\s+[0-9]+"), "$1 N"),
            R"(1. Ferry back in service
   2024-07 · Island Gazette · en
   N  score, length N, average N
   N  harbour: stem Zharbour, tf 1,
           df 3
   N  harbour: form harbour, tf 1,
           df 3
   archive.jsonl#3 · ferry
)");
  const auto hit = json::parse(run({"search", "harbour", "--explain", "--json"}).out)["hits"][0];
  double sum = 0;
  for (const auto& part : hit["explanation"]["parts"]) {
    sum += part["weight"].get<double>();
  }
  EXPECT_NEAR(sum, hit["score"].get<double>(), 1e-6);
}

TEST_F(SearchCommand, GoesOnByCursor) {
  const auto first = json::parse(run({"search", "harbour", "-n", "2", "--json"}).out);
  const auto next = first["next"].get<std::string>();
  const auto second = run({"search", "harbour", "-n", "2", "--cursor", next});
  EXPECT_TRUE(second.out.starts_with("3. ")) << second.out;
  EXPECT_FALSE(
      json::parse(run({"search", "harbour", "--cursor", next, "--json"}).out).contains("next"));
  const auto other = run({"search", "ferry", "--cursor", next});
  EXPECT_EQ(other.exit_code, 2);
  EXPECT_THAT(other.err, HasSubstr("the cursor is that of another query"));
  const auto damaged = run({"search", "harbour", "--cursor", next.substr(1)});
  EXPECT_EQ(damaged.exit_code, 2);
  EXPECT_THAT(damaged.err, HasSubstr("the cursor is damaged"));
}

TEST_F(SearchCommand, FindsSimilarArticles) {
  const auto result = run({"similar", "wall-1", "--json"});
  EXPECT_EQ(result.exit_code, 0);
  const auto object = json::parse(result.out);
  EXPECT_EQ(object["similar_to"], "wall-1");
  EXPECT_EQ(object["hits"][0]["id"], "wall-2");
  EXPECT_EQ(lines_of(run({"similar", "wall-1", "--ids"}).out)[0], "wall-2");
  const auto nobody = run({"similar", "nobody"});
  EXPECT_EQ(nobody.exit_code, 2);
  EXPECT_THAT(nobody.err, HasSubstr("there is no article with the id \"nobody\""));
}

TEST_F(SearchCommand, RanksNewArticlesHigherWhenAsked) {
  EXPECT_EQ(lines_of(run({"search", "harbour", "--recency", "strong", "--ids"}).out).size(), 3U);
  EXPECT_EQ(lines_of(run({"search", "harbour", "--expand", "--ids"}).out).size(), 3U);
  EXPECT_EQ(run({"search", "harbour", "--recency", "very"}).exit_code, 2);
}

TEST_F(SearchCommand, TakesBracketsAsTheyAre) {
  const auto object = json::parse(run({"search", "[harbour,wall]", "stats", "--json"}).out);
  EXPECT_EQ(object["query"], "[harbour,wall] stats");
}

TEST_F(SearchCommand, SearchesSeveralDatabasesAsOne) {
  const test::TempDir folder;
  const auto other =
      build(folder, "other.jsonl",
            R"({"id":"other","title":"Another harbour","text":"A harbour far away."})");
  const auto result = run({"search", "harbour", "--ids", "--db", database(), "--db", other});
  EXPECT_THAT(lines_of(result.out),
              testing::UnorderedElementsAre("wall-1", "wall-2", "ferry", "other"));
}

TEST_F(SearchCommand, UsesTheDatabaseInThisFolderWithoutAnyOther) {
  const test::TempDir folder;
  build(folder, "a.jsonl", R"({"id":"here","title":"Here","text":"A harbour."})");
  const auto result = run({"search", "harbour", "--ids"}, {folder.path(), "", {{"LEDE_DB", ""}}});
  EXPECT_EQ(result.out, "here\n");
}

TEST_F(SearchCommand, ColoursOnATerminalUnlessToldNotTo) {
  const auto coloured = run_on_terminal({"search", "harbour wall", "-n", "1"});
  EXPECT_EQ(coloured.exit_code, 0);
  EXPECT_THAT(coloured.out, HasSubstr("\x1b[1;31m"));
  EXPECT_THAT(coloured.out,
              testing::ContainsRegex("\x1b]8;;file://[^/]*/[^ ]*archive\\.jsonl\x1b"));
  for (const auto& plain :
       {run_on_terminal({"search", "harbour", "--color", "never"}),
        run_on_terminal({"search", "harbour"}, {{"NO_COLOR", "1"}}),
        run_on_terminal({"search", "harbour"}, {{"TERM", "dumb"}}), run({"search", "harbour"})}) {
    EXPECT_THAT(plain.out, Not(HasSubstr("\x1b")));
  }
  EXPECT_THAT(run({"search", "harbour", "--color", "always"}).out, HasSubstr("\x1b[1;31m"));
}

TEST_F(SearchCommand, TakesTheWidthFromTheTerminal) {
  const auto result =
      run_on_terminal({"search", "harbour", "wall", "--color", "never"}, {{"COLUMNS", ""}});
  for (const auto& line : lines_of(result.out)) {
    EXPECT_LE(line.size(), 60U + 8U) << line;  // bytes; a few characters have more than one
  }
}

TEST_F(SearchCommand, LetsNoArticleCommandTheTerminal) {
  auto out = run_on_terminal({"search", "zebra"}).out;
  for (const std::string ours : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[1;31m"}) {
    for (auto at = out.find(ours); at != std::string::npos; at = out.find(ours, at)) {
      out.erase(at, ours.size());
    }
  }
  for (auto at = out.find("\x1b]8;;"); at != std::string::npos; at = out.find("\x1b]8;;")) {
    out.erase(at, out.find("\x1b\\", at) + 2 - at);
  }
  EXPECT_THAT(out, HasSubstr("crossing"));
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(out, Not(HasSubstr("\x07")));
  EXPECT_THAT(out, Not(HasSubstr("\xC2\x9B")));
  EXPECT_THAT(out, Not(HasSubstr("\u202E")));
}

// Xapian leaves memory uninitialised where an AND_NOT leaves out what a phrase weighs. With this
// variable the C library fills it with bytes that are negative numbers.
TEST_F(SearchCommand, ShowsNoArticleTwiceWhateverIsInMemory) {
  ProgramOptions options;
  options.environment = {{"MALLOC_PERTURB_", "64"}};
  for (const std::string query :
       {"+harbour NEAR/3 wall storm sheds", "harbour NEAR/3 wall storm"}) {
    const auto ids = lines_of(run({"search", "--ids", "--", query}, options).out);
    EXPECT_THAT(ids, Not(IsEmpty())) << query;
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << query;
    EXPECT_EQ(ids, lines_of(run({"search", "--ids", "--", query}).out)) << query;
  }
}

}  // namespace
}  // namespace lede
