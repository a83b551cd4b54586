// JSON and JSON lines: records, synonyms, and what is broken.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_all;
using test::ReadOutcome;

Article only_article(const ReadOutcome& outcome) {
  EXPECT_TRUE(outcome.result) << outcome.result.error().message;
  EXPECT_EQ(outcome.pages.size(), 1U);
  return outcome.pages.empty() ? Article() : outcome.pages[0].declared;
}

TEST(Json, ReadsEveryFieldOfAnObject) {
  const ReadOutcome outcome = read_all("a.json", R"({
    "id": "x-1", "title": "Ferry sails", "text": "It sailed.\r\nAt six.", "date": "2024-05-31",
    "author": ["Ada Quill", "Ben Ashe"], "source": {"name": "Harbour Tribune"},
    "url": "https://tribune.example/ferry", "lang": "en-GB", "place": "Norrey", "agency": "MNA"})");
  const Article article = only_article(outcome);
  EXPECT_EQ(article.id, "x-1");
  EXPECT_EQ(article.title, "Ferry sails");
  EXPECT_EQ(outcome.pages[0].text, "It sailed.\nAt six.");
  EXPECT_FALSE(outcome.pages[0].scraped);
  EXPECT_EQ(outcome.pages[0].record, "");
  EXPECT_EQ(article.author, "Ada Quill; Ben Ashe");
  EXPECT_EQ(article.publisher, "Harbour Tribune");
  EXPECT_EQ(article.url, "https://tribune.example/ferry");
  EXPECT_EQ(article.place, "Norrey");
  EXPECT_EQ(article.agency, "MNA");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->instant, 1717113600);
  EXPECT_EQ(article.published->precision, DatePrecision::kDay);
  EXPECT_EQ(article.published->from, "field");
}

TEST(Json, KnowsTheUsualSynonyms) {
  struct Case {
    const char* json;
    std::string Article::*field;
    const char* expected;
  };
  const Case cases[] = {
      {R"({"_id": 12, "text": "t"})", &Article::id, "12"},
      {R"({"uid": "u", "text": "t"})", &Article::id, "u"},
      {R"({"guid": {"rendered": "g"}, "text": "t"})", &Article::id, "g"},
      {R"({"headline": "H"})", &Article::title, "H"},
      {R"({"Title": "H"})", &Article::title, "H"},
      {R"({"name": "n", "title": "T"})", &Article::title, "T"},
      {R"({"title": {"rendered": "R"}})", &Article::title, "R"},
      {R"({"title": "two\nlines"})", &Article::title, "two lines"},
      {R"({"text": "t", "byline": "A"})", &Article::author, "A"},
      {R"({"text": "t", "authors": [{"name": "A"}, {"name": "B"}]})", &Article::author, "A; B"},
      {R"({"text": "t", "author": null})", &Article::author, ""},
      {R"({"text": "t", "site_name": "S"})", &Article::publisher, "S"},
      {R"({"text": "t", "publication": {"title": "P"}})", &Article::publisher, "P"},
      {R"({"text": "t", "canonical_url": "HTTPS://a.example/"})", &Article::url,
       "HTTPS://a.example/"},
      {R"({"text": "t", "link": "/relative"})", &Article::url, ""},
      {R"({"text": "t", "url": "javascript:void"})", &Article::url, ""},
      {R"({"text": "t", "dateline": "Norrey"})", &Article::place, "Norrey"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(only_article(read_all("a.json", c.json)).*c.field, c.expected) << c.json;
  }
}

TEST(Json, KnowsTheUsualNamesOfTheText) {
  for (const char* key : {"text", "body", "content", "article", "maintext", "articleBody",
                          "full_text", "Full-Text"}) {
    const ReadOutcome outcome =
        read_all("a.json", std::string("{\"") + key + "\": [\"one\", \"two\"]}");
    ASSERT_EQ(outcome.pages.size(), 1U) << key;
    EXPECT_EQ(outcome.pages[0].text, "one\n\ntwo") << key;
  }
}

TEST(Json, KnowsTheUsualNamesOfTheDate) {
  for (const char* key : {"date", "published", "publish_date", "date_published", "datePublished",
                          "pub_date", "created", "timestamp"}) {
    const Article article = only_article(
        read_all("a.json", std::string("{\"text\": \"t\", \"") + key + "\": \"2024-05-31\"}"));
    ASSERT_TRUE(article.published) << key;
    EXPECT_EQ(article.published->instant, 1717113600) << key;
  }
  EXPECT_EQ(only_article(read_all("a.json", R"({"text": "t", "timestamp": 1717150200})"))
                .published->instant,
            1717150200);
}

TEST(Json, ADateAfterTheFileIsRefused) {
  const std::string json = R"({"text": "t", "date": "2024-05-31"})";
  EXPECT_TRUE(read_all("a.json", json, 1717113600).pages[0].declared.published);
  EXPECT_FALSE(read_all("a.json", json, 1716000000).pages[0].declared.published);
}

TEST(Json, ReadsArraysAndWrappersWithRecordNumbers) {
  for (const char* json :
       {R"([{"text": "a"}, {"text": "b"}])", R"({"articles": [{"text": "a"}, {"text": "b"}]})",
        R"({"status": "ok", "results": [{"text": "a"}, {"text": "b"}]})",
        R"({"name": "dump", "data": [{"text": "a"}, {"text": "b"}]})"}) {
    const ReadOutcome outcome = read_all("a.json", json);
    ASSERT_EQ(outcome.pages.size(), 2U) << json;
    EXPECT_EQ(outcome.pages[0].record, "1");
    EXPECT_EQ(outcome.pages[1].record, "2");
    EXPECT_EQ(outcome.pages[1].text, "b");
  }
}

TEST(Json, ABadItemIsReportedAndTheRestRead) {
  const ReadOutcome outcome = read_all("a.json", R"([{"text": "a"}, 5, {"x": 1}, {"text": "b"}])");
  ASSERT_TRUE(outcome.result);
  EXPECT_EQ(outcome.pages.size(), 2U);
  ASSERT_EQ(outcome.failures.size(), 2U);
  EXPECT_EQ(outcome.failures[0].first, "2");
  EXPECT_EQ(outcome.failures[1].first, "3");
  EXPECT_NE(outcome.failures[1].second.message.find("neither a text nor a title"),
            std::string::npos);
}

TEST(Json, BrokenFilesFailByName) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  for (const std::string& json :
       {std::string("{\"text\": \"a\""), std::string("{\"text\": \"a\"} x"), std::string("5"),
        std::string("{}"), std::string("{\"a\": nope}"), deep, std::string(100000, '[')}) {
    const ReadOutcome outcome = read_all("a.json", json);
    ASSERT_FALSE(outcome.result) << json.substr(0, 40);
    EXPECT_EQ(outcome.result.error().code, ErrorCode::kUnreadable);
    EXPECT_EQ(outcome.result.error().message.substr(0, 8), "a.json: ");
  }
}

TEST(Json, HalfASurrogatePairIsReplaced) {
  const ReadOutcome outcome =
      read_all("a.json", R"({"text": "cut \ud83d here, whole \ud83d\ude00, \\ud83d \udc00"})");
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  EXPECT_EQ(outcome.pages[0].text, "cut \uFFFD here, whole \U0001F600, \\ud83d \uFFFD");
}

TEST(Json, EscapedNulsBecomeBlanks) {
  EXPECT_EQ(read_all("a.json", R"({"text": "a\u0000b\rc"})").pages[0].text, "a b\nc");
}

TEST(Jsonl, NamesRecordsByLineAndReportsBrokenOnes) {
  const ReadOutcome outcome = read_all("a.jsonl",
                                       "{\"text\": \"a\"}\n"
                                       "\n"
                                       "{\"text\": \"b\"\n"
                                       "[1]\r\n"
                                       "{\"text\": \"c\"}");
  ASSERT_TRUE(outcome.result);
  ASSERT_EQ(outcome.pages.size(), 2U);
  EXPECT_EQ(outcome.pages[0].record, "1");
  EXPECT_EQ(outcome.pages[1].record, "5");
  EXPECT_EQ(outcome.pages[1].text, "c");
  ASSERT_EQ(outcome.failures.size(), 2U);
  EXPECT_EQ(outcome.failures[0].first, "3");
  EXPECT_NE(outcome.failures[0].second.message.find("a.jsonl: line 3: broken JSON: column"),
            std::string::npos)
      << outcome.failures[0].second.message;
  EXPECT_EQ(outcome.failures[1].first, "4");
}

TEST(Jsonl, ADeepLineDoesNotHurtTheNext) {
  const ReadOutcome outcome = read_all(
      "a.jsonl", std::string(100000, '[') + std::string(100000, ']') + "\n{\"text\": \"a\"}\n");
  EXPECT_EQ(outcome.pages.size(), 1U);
  ASSERT_EQ(outcome.failures.size(), 1U);
  EXPECT_NE(outcome.failures[0].second.message.find("deep"), std::string::npos);
}

TEST(Jsonl, StopsWhenTheSinkSaysSo) {
  int pages = 0;
  const auto result = reader_for("a.jsonl")->read(
      "{\"text\": \"a\"}\n{\"text\": \"b\"}\n", ReadContext{"a.jsonl", {}, 0},
      [&](RawPage&&) { return ++pages < 1; }, [](std::string_view, const Error&) {});
  EXPECT_TRUE(result);
  EXPECT_EQ(pages, 1);
}

TEST(Jsonl, InvalidBytesAreCountedWhereTheyStand) {
  const ReadOutcome outcome = read_all(
      "a.jsonl", "{\"text\": \"d\u00E9j\u00E0 vu\"}\n{\"text\": \"\u00E9t\u00E9 \xFF.\"}\n");
  ASSERT_EQ(outcome.pages.size(), 2U);
  EXPECT_EQ(outcome.pages[0].declared.invalid_bytes, 0U);
  EXPECT_EQ(outcome.pages[1].declared.invalid_bytes, 1U);
}

}  // namespace
}  // namespace lede
