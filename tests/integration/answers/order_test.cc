// Orders by date, recency, expansion, and articles like one another.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using test::answer;
using test::dated;
using test::english;
using test::ids;
using testing::ElementsAre;

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kNow = 20'000 * kDay;

SearchRequest asking_now(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.parse.now = kNow;
  return request;
}

TEST(Sorting, UndatedArticlesComeLastInBothDirections) {
  test::SmallArchive archive;
  archive.put("undated", "harbour harbour");
  archive.put(dated(english("new", "harbour"), kNow));
  archive.put(dated(english("old", "harbour"), -40'000 * kDay));
  archive.put(dated(english("middle", "harbour"), 0));
  auto searcher = archive.searcher();
  auto request = asking_now("harbour");
  request.sort = Sort::kNewest;
  EXPECT_THAT(ids(answer(searcher, request)), ElementsAre("new", "middle", "old", "undated"));
  request.sort = Sort::kOldest;
  EXPECT_THAT(ids(answer(searcher, request)), ElementsAre("old", "middle", "new", "undated"));
}

TEST(Sorting, TiesKeepOneOrderOnAllPages) {
  test::SmallArchive archive;
  for (int i = 0; i < 30; ++i) {
    archive.put(dated(english("a" + std::to_string(i), "harbour"), (i % 2) * kDay));
  }
  auto searcher = archive.searcher();
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    auto request = asking_now("harbour");
    request.sort = sort;
    request.limit = 30;
    const auto whole = ids(answer(searcher, request));
    std::vector<std::string> paged;
    request.limit = 4;
    for (request.offset = 0; request.offset < 30; request.offset += 4) {
      const auto page = ids(answer(searcher, request));
      paged.insert(paged.end(), page.begin(), page.end());
    }
    EXPECT_EQ(paged, whole);
  }
}

TEST(Recency, AddsByAgeAsDocumented) {
  test::SmallArchive archive;
  archive.put(dated(english("old", "harbour"), kNow - 365 * kDay));
  archive.put(dated(english("month", "harbour"), kNow - 30 * kDay));
  archive.put(dated(english("today", "harbour"), kNow));
  archive.put(dated(english("future", "harbour"), kNow + 300 * kDay));
  archive.put("undated", "harbour");
  archive.put("other", "ferry");
  auto searcher = archive.searcher();
  auto request = asking_now("harbour");
  const double base = answer(searcher, request).hits[0].score;
  request.recency = Recency::kStrong;
  const auto strong = answer(searcher, request);
  EXPECT_THAT(ids(strong), ElementsAre("today", "future", "month", "old", "undated"));
  const double most = strong.hits[0].score - base;
  EXPECT_GT(most, 0);
  EXPECT_NEAR(strong.hits[1].score - base, most, 1e-9);
  EXPECT_NEAR(strong.hits[2].score - base, most / 2, 1e-9);
  EXPECT_NEAR(strong.hits[3].score - base, most * 30 / 395, 1e-9);
  EXPECT_NEAR(strong.hits[4].score, base, 1e-9);
  request.recency = Recency::kMild;
  EXPECT_NEAR(answer(searcher, request).hits[0].score - base, most / 4, 1e-9);
}

TEST(Recency, DoesNotLiftAnArticleThatSaysLittleOverOneThatSaysMuch) {
  test::SmallArchive archive;
  for (int i = 0; i < 20; ++i) {
    archive.put("other" + std::to_string(i), "ferry and storm and council");
  }
  archive.put(dated(english("about", "harbour wall harbour wall"), kNow - 3000 * kDay));
  archive.put(dated(english("aside", "ferry storm council harbour other things and more"), kNow));
  auto searcher = archive.searcher();
  auto request = asking_now("harbour wall");
  request.recency = Recency::kMild;
  EXPECT_EQ(answer(searcher, request).hits[0].id, "about");
}

TEST(Expansion, RanksByWordsOfTheBestHitsAndFindsNoOthers) {
  test::SmallArchive archive;
  for (int i = 0; i < 8; ++i) {
    archive.put("good" + std::to_string(i), "harbour harbour harbour breakwater breakwater");
  }
  archive.put("plain", "harbour lantern");
  archive.put("related", "harbour breakwater");
  archive.put("stranger", "breakwater alone");
  for (int i = 0; i < 30; ++i) {
    archive.put("other" + std::to_string(i), "ferry");
  }
  auto searcher = archive.searcher();
  auto request = asking_now("harbour");
  request.limit = 50;
  const auto usual = answer(searcher, request);
  request.expand = true;
  const auto expanded = answer(searcher, request);
  EXPECT_EQ(expanded.total, usual.total);
  const auto rank = [](const SearchResponse& response, const std::string& id) {
    const auto all = ids(response);
    return std::find(all.begin(), all.end(), id) - all.begin();
  };
  EXPECT_LT(rank(usual, "plain"), rank(usual, "related"));
  EXPECT_GT(rank(expanded, "plain"), rank(expanded, "related"));
}

TEST(Similar, FindsArticlesOfTheSameWordsAndNotItself) {
  test::SmallArchive archive;
  Article wall = english("wall", "The harbour wall gave way in the storm and the engineer warned.");
  wall.title = "Harbour wall gives way";
  archive.put(wall);
  archive.put("again", "An engineer said the harbour wall would give way again in a storm.");
  archive.put("aside", "A storm delayed the train.");
  archive.put("other", "Tomatoes need sun.");
  auto searcher = archive.searcher();
  const auto response = searcher.similar("wall", {});
  ASSERT_TRUE(response.has_value()) << response.error().message;
  EXPECT_EQ(response->similar_to, "wall");
  EXPECT_THAT(ids(*response), ElementsAre("again", "aside"));
  EXPECT_FALSE(response->hits[0].snippets.at(0).marks.empty());
  EXPECT_EQ(searcher.similar("nobody", {}).error().code, ErrorCode::kNotFound);
}

TEST(Similar, OfAnArticleWithNothingInCommonIsNothing) {
  test::SmallArchive archive;
  archive.put("lonely", "zebra");
  archive.put("other", "harbour");
  auto searcher = archive.searcher();
  const auto response = searcher.similar("lonely", {});
  ASSERT_TRUE(response.has_value());
  EXPECT_TRUE(response->hits.empty());
  EXPECT_EQ(response->total, 0U);
}

}  // namespace
}  // namespace lede
