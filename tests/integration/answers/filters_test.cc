// Filters by field, and what a query matches in one article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <random>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using test::answer;
using test::dated;
using test::english;
using test::ids;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr std::int64_t kNewYear2024 = 1'704'067'200;  // 1 January 2024
constexpr std::int64_t kMonth = 31 * 86'400;

SearchRequest counting(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.facets.fields.assign(std::begin(kFacetFields), std::end(kFacetFields));
  request.facets.limit = 100;
  return request;
}

// Names that hold each other, so that words alone would not tell them apart.
void fill(test::SmallArchive& archive) {
  std::mt19937 random(7);
  const auto one_of = [&random](const std::vector<std::string>& all) {
    return all[random() % all.size()];
  };
  for (int i = 0; i < 120; ++i) {
    Article article = english("a" + std::to_string(i), one_of({"ferry", "harbour"}));
    article.publisher = one_of({"", "Tribune", "Harbour Tribune", "The Harbour Tribune"});
    article.author = one_of({"", "Ann Lee", "Mary Ann Lee", "Bo Li; Ann Lee", "Lee Ann; Bo Li"});
    article.place = one_of({"", "Sarn", "Port Sarn", "sarn"});
    article.language = one_of({"en", "de"});
    archive.put(dated(article, kNewYear2024 + static_cast<int>(random() % 9) * kMonth));
  }
}

TEST(Filters, FindAsManyArticlesAsTheFacetCounts) {
  test::SmallArchive archive;
  fill(archive);
  auto searcher = archive.searcher();
  const auto response = answer(searcher, counting("harbour"));
  std::size_t tried = 0;
  for (const Facet& facet : response.facets) {
    for (const FacetValue& value : facet.values) {
      SearchRequest request = counting("harbour");
      request.filters = {{facet.field, value.value}};
      EXPECT_EQ(answer(searcher, request).total, value.count)
          << facet_name(facet.field) << " " << value.value;
      ++tried;
    }
  }
  EXPECT_GT(tried, 15U);
}

TEST(Filters, OfOneFieldAddUpAndOfSeveralMustAllPass) {
  test::SmallArchive archive;
  for (const auto& [id, publisher, place] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"a", "Tribune", "Sarn"}, {"b", "Ledger", "Sarn"}, {"c", "Tribune", "Kelmouth"}}) {
    Article article = english(id, "ferry");
    article.publisher = publisher;
    article.place = place;
    archive.put(article);
  }
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "ferry";
  request.filters = {{FacetField::kPublisher, "Tribune"}, {FacetField::kPublisher, "Ledger"}};
  EXPECT_THAT(ids(answer(searcher, request)), UnorderedElementsAre("a", "b", "c"));
  request.filters.push_back({FacetField::kPlace, "Sarn"});
  EXPECT_THAT(ids(answer(searcher, request)), UnorderedElementsAre("a", "b"));
  request.filters.push_back({FacetField::kLanguage, "xx"});
  EXPECT_EQ(answer(searcher, request).total, 0U);
}

TEST(Filters, BelongToTheCursor) {
  test::SmallArchive archive;
  fill(archive);
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "ferry";
  request.limit = 2;
  request.filters = {{FacetField::kPlace, "Sarn"}};
  request.cursor = answer(searcher, request).next;
  EXPECT_TRUE(searcher.search(request));
  request.filters = {{FacetField::kPlace, "Port Sarn"}};
  const auto refused = searcher.search(request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
}

TEST(MarkedArticles, HaveAllThatTheQueryMatches) {
  test::SmallArchive archive;
  Article article = english("a", "The ferry sails.\n\nTwo ferries sailed, one boat did not.");
  article.title = "Ferry at sea";
  archive.put(article);
  auto searcher = archive.searcher();
  const auto marked = searcher.article("a", "ferry \"one boat\" -whale", {});
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->article.title, "Ferry at sea");
  EXPECT_THAT(marked->title_marks, ElementsAre(std::pair(0U, 5U)));
  EXPECT_THAT(marked->text_marks,
              ElementsAre(std::pair(4U, 9U), std::pair(22U, 29U), std::pair(38U, 46U)));
}

TEST(MarkedArticles, NeedNotMatchButMustBeThere) {
  test::SmallArchive archive;
  archive.put("a", "The ferry sails.");
  auto searcher = archive.searcher();
  const auto unmarked = searcher.article("a", "zebra", {});
  ASSERT_TRUE(unmarked);
  EXPECT_TRUE(unmarked->text_marks.empty());
  const auto nothing = searcher.article("a", "", {});
  ASSERT_TRUE(nothing);
  EXPECT_TRUE(nothing->text_marks.empty());
  const auto missing = searcher.article("b", "ferry", {});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  const auto too_long = searcher.article("a", std::string(3000, 'a'), {});
  ASSERT_FALSE(too_long);
  EXPECT_EQ(too_long.error().code, ErrorCode::kQueryTooLong);
}

}  // namespace
}  // namespace lede
