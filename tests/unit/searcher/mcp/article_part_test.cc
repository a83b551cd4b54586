// Parts of articles, counted in characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/article_part.h"

#include <gtest/gtest.h>

#include "searcher/mcp/characters.h"
#include "searcher/mcp/citations.h"

namespace lede::mcp {
namespace {

constexpr const char* kText = "Ñandú 名前 🚢!";  // 1, 2, 3 and 4 bytes a character

OrderedJson article() {
  return {{"id", "a/b"}, {"title", "T"}, {"text", kText}, {"sources", 1}, {"zones", {1}}};
}

TEST(Characters, AreCountedAndFound) {
  EXPECT_EQ(character_count(kText), 11U);
  EXPECT_EQ(character_count(""), 0U);
  EXPECT_EQ(byte_of_character(kText, 0), 0U);
  EXPECT_EQ(byte_of_character(kText, 1), 2U);
  EXPECT_EQ(byte_of_character(kText, 9), 15U);
  EXPECT_EQ(byte_of_character(kText, 10), 19U);
  EXPECT_EQ(byte_of_character(kText, 11), 20U);
  EXPECT_EQ(byte_of_character(kText, 99), 20U);
}

TEST(ArticlePart, PartsOfAnyLengthMakeTheWholeText) {
  for (std::size_t length = 1; length < 13; ++length) {
    std::string whole;
    std::size_t start = 0;
    do {
      OrderedJson part = article();
      ASSERT_TRUE(cut_article(part, {start, length}));
      EXPECT_EQ(part["characters"]["start"], start);
      EXPECT_EQ(part["characters"]["total"], 11);
      whole += part["text"].get<std::string>();
      EXPECT_EQ(character_count(whole), part["characters"]["end"]);
      start = part["characters"]["end"];
    } while (start < 11);
    EXPECT_EQ(whole, kText);
  }
}

TEST(ArticlePart, HasNothingThatWasTakenOut) {
  OrderedJson part = article();
  ASSERT_TRUE(cut_article(part, {0, 5}));
  EXPECT_EQ(written(part), R"({"id":"a/b","title":"T","text":"Ñandú","uri":"lede://article/a%2Fb",)"
                           R"("characters":{"start":0,"end":5,"total":11}})");
}

TEST(ArticlePart, HasItsOwnMarks) {
  struct Case {
    Part part;
    const char* marks;
  };
  for (const auto& [part, marks] : {Case{{0, 99}, "[[0,5],[6,8],[9,10]]"}, Case{{6, 2}, "[[0,2]]"},
                                    Case{{7, 3}, "[[0,1],[2,3]]"}, Case{{2, 2}, "[[0,2]]"},
                                    Case{{5, 1}, "[]"}, Case{{11, 5}, "[]"}}) {
    OrderedJson marked = article();
    marked["text_marks"] = {{0, 7}, {8, 14}, {15, 19}};  // all words, in bytes
    ASSERT_TRUE(cut_article(marked, part));
    EXPECT_EQ(written(marked["characters"]["marks"]), marks) << part.start;
    EXPECT_FALSE(marked.contains("text_marks"));
  }
}

TEST(ArticlePart, AfterTheEndThereIsNone) {
  OrderedJson part = article();
  EXPECT_TRUE(cut_article(part, {11, 5}));
  part = article();
  const auto cut = cut_article(part, {12, 5});
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::kUsage);
  EXPECT_EQ(cut.error().message, "the article has 11 characters");
}

TEST(ArticleUri, IsThatOfAnyId) {
  for (const std::string id : {"wall-1", "a/b?c#d%20", "https://example.com/ü", " ", ""}) {
    EXPECT_EQ(id_of_uri(article_uri(id)), id);
  }
  EXPECT_FALSE(id_of_uri("lede://article/a%2"));
  EXPECT_FALSE(id_of_uri("lede://articles/a"));
  EXPECT_FALSE(id_of_uri("file:///etc/passwd"));
}

}  // namespace
}  // namespace lede::mcp
