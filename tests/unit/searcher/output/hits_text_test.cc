// Whole outputs for people, at two widths, and what must never come out.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/hits_text.h"

#include <gmock/gmock.h>

#include "common/text/utf8.h"
#include "searcher/output/article_text.h"
#include "searcher/output/overview_text.h"
#include "searcher/output/terminal_text.h"
#include "tests/unit/searcher/output/sample_response.h"

namespace lede {
namespace {

using testing::HasSubstr;

TerminalStyle plain(std::size_t width) {
  TerminalStyle style;
  style.width = width;
  return style;
}

TerminalStyle coloured() {
  TerminalStyle style;
  style.color = true;
  style.links = true;
  style.host = "desk";
  return style;
}

// Escape sequences we write ourselves, and line ends: all that may be in the output beside text.
std::string without_our_own(std::string text) {
  for (const std::string ours : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[1;31m", "\n"}) {
    for (auto at = text.find(ours); at != std::string::npos; at = text.find(ours, at)) {
      text.erase(at, ours.size());
    }
  }
  for (auto at = text.find("\x1b]8;;"); at != std::string::npos; at = text.find("\x1b]8;;")) {
    text.erase(at, text.find("\x1b\\", at) + 2 - at);
  }
  return text;
}

TEST(HitsText, At80Columns) {
  EXPECT_EQ(hits_text(test::sample_response(), 1, plain(80)),
            R"(1. Harbour wall gives way after the longest storm that anyone in Kelmouth can
   recall
   2024-05-31 · The Kelmouth Ledger / Northern Wire · en
   The harbour wall gave way on Friday night, and by morning the sea had taken
   the café, two sheds and a boat nobody would own up to.
   … an engineer who warned the council about the walls in 2019 said that he had
   been told to wait for the …
   harbour/wall.txt

2. 港口的墙在风暴后倒塌，市政府承诺明年春天之前重建并加高五十厘米
   2024-05 · zh
   without: harbour
   港口的墙在星期五晚上倒塌，到早上大海已经带走了咖啡馆、两个棚子和一条没有人承
   认的船。
   world.jsonl#7 · zh-7

3. (no title)
   החומה של הנמל נפלה בלילה.
   https://example.org/a?b=c&d=e
)");
}

TEST(HitsText, At40Columns) {
  EXPECT_EQ(hits_text(test::sample_response(), 1, plain(40)),
            R"(1. Harbour wall gives way after the
   longest storm that anyone in Kelmouth
   can recall
   2024-05-31 · The Kelmouth Ledger /
   Northern Wire · en
   The harbour wall gave way on Friday
   night, and by morning the sea had
   taken the café, two sheds and a boat
   nobody would own up to.
   … an engineer who warned the council
   about the walls in 2019 said that he
   had been told to wait for the …
   harbour/wall.txt

2. 港口的墙在风暴后倒塌，市政府承诺明年
   春天之前重建并加高五十厘米
   2024-05 · zh
   without: harbour
   港口的墙在星期五晚上倒塌，到早上大海
   已经带走了咖啡馆、两个棚子和一条没有
   人承认的船。
   world.jsonl#7 · zh-7

3. (no title)
   החומה של הנמל נפלה בלילה.
   https://example.org/a?b=c&d=e
)");
}

TEST(HitsText, MarksAndLinksOnATerminal) {
  const auto text = hits_text(test::sample_response(), 1, coloured());
  EXPECT_THAT(text, HasSubstr("\x1b[2m1.\x1b[0m \x1b[1;31mHarbour\x1b[0m\x1b[1m \x1b[0m"
                              "\x1b[1;31mwall\x1b[0m\x1b[1m gives way"));
  EXPECT_THAT(text, HasSubstr("The \x1b[1;31mharbour wall\x1b[0m gave way"));
  EXPECT_THAT(text, HasSubstr("\x1b]8;;file://desk/archive/harbour/wall.txt\x1b\\harbour/wall.txt"
                              "\x1b]8;;\x1b\\"));
  EXPECT_THAT(text, HasSubstr("\x1b]8;;https://example.org/a?b=c&d=e\x1b\\"));
}

TEST(HitsText, LooksTheSameWithAndWithoutColour) {
  auto text = hits_text(test::sample_response(), 1, coloured());
  auto expected = hits_text(test::sample_response(), 1, plain(80));
  std::erase(expected, '\n');
  EXPECT_EQ(without_our_own(text), expected);
}

TEST(HitsText, AlignsRanks) {
  auto response = test::sample_response();
  response.hits.resize(2);
  const auto text = hits_text(response, 9, plain(80));
  EXPECT_TRUE(text.starts_with(" 9. Harbour")) << text;
  EXPECT_THAT(text, HasSubstr("\n10. "));
}

TEST(HitsText, ShortensPlacesOnlyWhereTheLinkHasThemWhole) {
  SearchResponse response;
  Hit hit;
  hit.title = "T";
  hit.url = "https://example.org/" + std::string(100, 'x') + "/end";
  hit.id = hit.url;
  response.hits = {hit};
  EXPECT_THAT(hits_text(response, 1, plain(40)), HasSubstr(hit.url));
  auto style = coloured();
  style.width = 40;
  const auto text = hits_text(response, 1, style);
  EXPECT_THAT(text, HasSubstr("]8;;" + hit.url + "\x1b"));
  EXPECT_LE(display_width(without_our_own(text)), 3U + 1U + 40U) << text;
  EXPECT_THAT(text, HasSubstr("/end"));
}

// Every byte, and every character that reorders text, in every field of a hit.
TEST(HitsText, LetsNoArticleCommandTheTerminal) {
  std::vector<std::string> hostile = {"\x1b[2J\x1b]0;owned\x07",
                                      "\xC2\x9B"
                                      "31m",
                                      "\u202Etxt.exe", "\x1b]8;;http://evil\x1b\\x"};
  for (int byte = 0; byte < 256; ++byte) {
    hostile.push_back(std::string(1, static_cast<char>(byte)) + "[31m");
  }
  for (const auto& text : hostile) {
    Hit hit;
    hit.id = "id" + text;
    hit.title = hit.url = hit.path = hit.file = hit.publisher = hit.agency = hit.language = text;
    hit.missing_words = {text};
    hit.title_marks = {{0, text.size()}};
    hit.snippets = {{"text", 3, text, {{0, 1}}}};
    SearchResponse response;
    response.hits = {hit};
    response.warnings = {{"code", text, 0}};
    Article article;
    article.title = article.url = article.path = article.id = article.author = article.text = text;
    QueryNode word;
    word.kind = NodeKind::kWord;
    word.text = text;
    std::string all = hits_text(response, 1, coloured()) + summary_text(response, 1) +
                      article_text(article, coloured()) +
                      parsed_text(text, {word, {{"c", text, 0}}, {}, false}) +
                      stats_text({1, text, text, text, {{text, 1}}, {}, {}});
    all = without_our_own(all);
    std::string clean = printable(all);
    std::erase(all, ' ');
    std::erase(clean, ' ');
    EXPECT_EQ(clean, all) << testing::PrintToString(text);
  }
}

TEST(SummaryText, CountsWhatIsShown) {
  auto response = test::sample_response();
  response.relaxed = false;
  response.warnings.clear();
  EXPECT_EQ(summary_text(response, 1), "1–3 of 1,234 articles · 4.1 ms\n");
  EXPECT_EQ(summary_text(response, 11), "11–13 of 1,234 articles · 4.1 ms\n");
  response.total_exact = false;
  EXPECT_EQ(summary_text(response, 1), "1–3 of at least 1,234 articles · 4.1 ms\n");
  response.total_exact = true;
  response.total = 3;
  EXPECT_EQ(summary_text(response, 1), "3 articles · 4.1 ms\n");
  response.hits.resize(1);
  response.total = 1;
  EXPECT_EQ(summary_text(response, 1), "1 article · 4.1 ms\n");
  response.total = 5;
  EXPECT_EQ(summary_text(response, 5), "5 of 5 articles · 4.1 ms\n");
}

TEST(SummaryText, TellsNoArticlesFromNoneOnThisPage) {
  SearchResponse response;
  EXPECT_EQ(summary_text(response, 1), "no articles · 0.0 ms\n");
  response.total = 7;
  EXPECT_EQ(summary_text(response, 11), "none of 7 articles from here on · 0.0 ms\n");
}

TEST(SummaryText, SaysWhatTheReaderShouldKnow) {
  auto response = test::sample_response();
  response.partial = true;
  const auto text = summary_text(response, 1);
  EXPECT_THAT(text, HasSubstr("some articles lack words"));
  EXPECT_THAT(text, HasSubstr("the time limit passed"));
  EXPECT_THAT(text, HasSubstr("warning: there is no field \"colour\"\n"));
}

TEST(SummaryText, AsksWhetherAnotherQueryWasMeant) {
  SearchResponse response;
  response.did_you_mean = DidYouMean{"harbour \x1B[31mwall", 1234, true};
  EXPECT_THAT(summary_text(response, 1), testing::HasSubstr("\ndid you mean: harbour "));
  EXPECT_THAT(summary_text(response, 1), testing::EndsWith("wall (1,234)\n"));
  EXPECT_THAT(summary_text(response, 1), testing::Not(testing::HasSubstr("\x1B")));
  response.did_you_mean->total_exact = false;
  EXPECT_THAT(summary_text(response, 1), testing::HasSubstr("(at least 1,234)"));
}

TEST(Grouped, SetsCommasEveryThreeDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(9'876'543), "9,876,543");
}

TEST(ArticleText, WrapsParagraphs) {
  Article article;
  article.title = "A wall falls";
  article.publisher = "The Kelmouth Ledger";
  article.published = PublishedDate{1'717'113'600, DatePrecision::kDay, "dateline"};
  article.id = "wall.txt";
  article.text = "The harbour wall gave way on Friday.\n\nNobody was hurt.";
  EXPECT_EQ(article_text(article, plain(30)), R"(A wall falls
published  2024-05-31
publisher  The Kelmouth Ledger
id         wall.txt

The harbour wall gave way on
Friday.

Nobody was hurt.
)");
}

TEST(ParsedText, ShowsTreeDatesAndWarnings) {
  const auto response = test::sample_response();
  ParsedQuery parsed = response.parsed;
  parsed.warnings = response.warnings;
  EXPECT_EQ(parsed_text("harbour wall", parsed),
            "query      harbour wall\n"
            "tree       " +
                to_string(parsed.root) +
                "\n"
                "dates      from 2024-05-01 before 2024-06-01 (UTC)\n"
                "warning    there is no field \"colour\" (unknown_field at byte 3)\n");
}

}  // namespace
}  // namespace lede
