// How articles are stored: what is kept, old records, and damage.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article_record.h"

#include <gtest/gtest.h>

#include <string>

namespace lede {
namespace {

// The article that the record of version 1 below was made from.
Article wall_article() {
  Article article;
  article.id = "one";
  article.path = "a.txt";
  article.url = "https://harbour.example/wall";
  article.title = "The wall";
  article.author = "Ada Moreau";
  article.publisher = "Harbour Tribune";
  article.agency = "AFP";
  article.place = "Lowick";
  article.language = "en";
  article.language_from = "declared";
  article.published = PublishedDate{1717113600, DatePrecision::kDay, "dateline"};
  article.text = "The wall holds.\n\nIt was built in 1911.";
  article.zones.push_back({"byline", 0, 13, "names the author", "By Ada Moreau"});
  article.invalid_bytes = 2;
  return article;
}

Article full_article() {
  Article article = wall_article();
  article.section = "World";
  article.modified = PublishedDate{-86399, DatePrecision::kSecond, "json-ld"};
  article.origins = {{"title", "declared", "high"},
                     {"published", "dateline", "medium"},
                     {"colour", "guessed by \xC3\xA9", "none"}};
  return article;
}

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

// As the first release wrote it.
std::string record_of_version_1() {
  return bytes_of_hex(
      "01036f6e6505612e7478741c68747470733a2f2f686172626f75722e6578616d706c652f77616c6c085468652077"
      "616c6c0a416461204d6f726561750f486172626f75722054726962756e6503414650064c6f7769636b02656e0864"
      "65636c617265640380ccc8e50c08646174656c696e650228b52ffd2050810200265468652077616c6c20686f6c64"
      "732e0a0a497420776173206275696c7420696e20313931312e010662796c696e65000d106e616d65732074686520"
      "617574686f720d427920416461204d6f72656175");
}

TEST(ArticleRecord, KeepsEveryField) {
  for (const Article& article : {Article(), wall_article(), full_article()}) {
    const auto again = decode_article(encode_article(article));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, article);
  }
}

TEST(ArticleRecord, OfVersion1IsStillRead) {
  const auto article = decode_article(record_of_version_1());
  ASSERT_TRUE(article);
  EXPECT_EQ(*article, wall_article());
}

TEST(ArticleRecord, GivesItsHeadWithoutItsBody) {
  for (const std::string& record : {encode_article(full_article()), record_of_version_1()}) {
    const auto head = decode_article_head(record);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->title, "The wall");
    EXPECT_EQ(head->published, wall_article().published);
    EXPECT_EQ(head->invalid_bytes, 2U);
    EXPECT_TRUE(head->text.empty());
  }
  EXPECT_EQ(decode_article_head(encode_article(full_article()))->modified, full_article().modified);
}

TEST(ArticleRecord, CostsFewBytesForCommonOrigins) {
  Article article = wall_article();
  const std::size_t before = encode_article(article).size();
  for (const char* field : {"title", "author", "published", "language", "url"}) {
    article.origins.push_back({field, "declared", "high"});
  }
  EXPECT_LE(encode_article(article).size(), before + 25);
}

TEST(ArticleRecord, CutAnywhereIsDamaged) {
  for (const std::string& record : {encode_article(full_article()), record_of_version_1()}) {
    for (std::size_t length = 0; length < record.size(); ++length) {
      EXPECT_FALSE(decode_article(std::string_view(record).substr(0, length))) << length;
    }
  }
}

TEST(ArticleRecord, OfAnUnknownVersionIsRefused) {
  std::string record = encode_article(wall_article());
  for (const char version : {'\0', '\3', '\x7f'}) {
    record.front() = version;
    const auto article = decode_article(record);
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().code, ErrorCode::kDatabaseCorrupt);
    EXPECT_FALSE(decode_article_head(record));
  }
}

TEST(ArticleRecord, WithAnyByteChangedNeverReadsOutside) {
  const std::string record = encode_article(full_article());
  for (std::size_t at = 0; at < record.size(); ++at) {
    std::string damaged = record;
    damaged[at] = static_cast<char>(~damaged[at]);
    if (const auto article = decode_article(damaged)) {
      EXPECT_NE(*article, full_article()) << at;
    }
  }
}

}  // namespace
}  // namespace lede
