// Articles as JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/article_json.h"

#include <gtest/gtest.h>

namespace lede {
namespace {

TEST(DateText, HasAsMuchAsIsKnown) {
  const std::int64_t instant = 1717158605;  // 2024-05-31T12:30:05Z
  EXPECT_EQ(date_text({instant, DatePrecision::kYear, ""}), "2024");
  EXPECT_EQ(date_text({instant, DatePrecision::kMonth, ""}), "2024-05");
  EXPECT_EQ(date_text({instant, DatePrecision::kDay, ""}), "2024-05-31");
  EXPECT_EQ(date_text({instant, DatePrecision::kMinute, ""}), "2024-05-31T12:30Z");
  EXPECT_EQ(date_text({instant, DatePrecision::kSecond, ""}), "2024-05-31T12:30:05Z");
  EXPECT_EQ(date_text({-1, DatePrecision::kSecond, ""}), "1969-12-31T23:59:59Z");
}

TEST(ArticleJson, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(json_line(article_json({}, {})), R"({"zones":[]})");
}

TEST(ArticleJson, HasItsFieldsInAFixedOrder) {
  Article article;
  article.id = "1";
  article.path = "a.txt";
  article.title = "T";
  article.published = PublishedDate{1717158605, DatePrecision::kDay, "dateline"};
  article.text = "x";
  article.zones.push_back({"byline", 0, 5, "names the author", "By Me"});
  EXPECT_EQ(json_line(article_json(article, {})),
            R"({"id":"1","path":"a.txt","title":"T","published":"2024-05-31",)"
            R"("published_precision":"day","published_from":"dateline","text":"x",)"
            R"("zones":[{"kind":"byline","start":0,"end":5,"why":"names the author",)"
            R"("text":"By Me"}]})");
  article.modified = PublishedDate{1717158605, DatePrecision::kSecond, "meta"};
  article.section = "World";
  article.origins.push_back({"title", "declared", "high"});
  const auto more = article_json(article, {});
  EXPECT_EQ(more["modified"], "2024-05-31T12:30:05Z");
  EXPECT_EQ(more["modified_precision"], "second");
  EXPECT_EQ(more["modified_from"], "meta");
  EXPECT_EQ(more["section"], "World");
  EXPECT_EQ(more["sources"]["title"]["from"], "declared");
  ArticleJsonOptions brief;
  brief.id = false;
  brief.zone_text = false;
  const auto json = article_json(article, brief);
  EXPECT_FALSE(json.contains("id"));
  EXPECT_FALSE(json["zones"][0].contains("text"));
}

TEST(JsonLine, IsAlwaysUtf8) {
  EXPECT_EQ(json_line({{"path", "a\xff"}}), "{\"path\":\"a\xEF\xBF\xBD\"}");
}

}  // namespace
}  // namespace lede
