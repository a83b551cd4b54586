// Facets and timelines: counted again by hand from the articles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using test::answer;
using test::dated;
using test::english;
using testing::ElementsAre;

constexpr std::int64_t kStartOf2024 = 1'704'067'200;  // 1 January 2024
constexpr std::int64_t kOneDay = 86'400;

SearchRequest counting_facets(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.limit = 3;
  request.facets.fields.assign(std::begin(kFacetFields), std::end(kFacetFields));
  request.facets.limit = 100;
  return request;
}

std::vector<FacetValue> sorted(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<FacetValue> values;
  for (const auto& [value, count] : counts) {
    values.push_back({value, count});
  }
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return values;
}

TEST(Facets, AreThoseOfAllArticlesThatMatch) {
  test::SmallArchive archive;
  std::mt19937 random(11);
  const std::vector<std::string> names{"Ann Lee", "Bo Li", "Cy Ray"};
  const std::vector<std::string> languages{"en", "de", ""};
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    Article article = english("a" + std::to_string(i), random() % 3 == 0 ? "ferry" : "harbour");
    article.language = languages[random() % 3];
    article.publisher = random() % 4 == 0 ? "" : "Paper " + std::to_string(random() % 5);
    for (const auto& name : names) {
      if (random() % 3 == 0) {
        article.author += (article.author.empty() ? "" : "; ") + name;
      }
    }
    article.place = random() % 2 == 0 ? "" : "Port " + std::to_string(random() % 3);
    if (random() % 5 != 0) {
      const auto precision = static_cast<DatePrecision>(1 + random() % 3);
      article =
          dated(article, kStartOf2024 + static_cast<int>(random() % 3) * 366 * kOneDay, precision);
    }
    archive.put(article);
    articles.push_back(article);
  }
  auto searcher = archive.searcher();
  const auto response = answer(searcher, counting_facets("harbour"));
  EXPECT_EQ(response.hits.size(), 3U);

  std::map<FacetField, std::map<std::string, std::uint64_t>> expected;
  std::map<FacetField, std::uint64_t> missing;
  std::uint64_t total = 0;
  const auto add = [&](FacetField field, const std::string& value) {
    if (value.empty()) {
      ++missing[field];
    } else {
      ++expected[field][value];
    }
  };
  for (const Article& article : articles) {
    if (article.text != "harbour") {
      continue;
    }
    ++total;
    add(FacetField::kPublisher, article.publisher);
    add(FacetField::kLanguage, article.language);
    add(FacetField::kPlace, article.place);
    missing[FacetField::kAuthor] += article.author.empty() ? 1U : 0U;
    for (const auto& name : names) {
      if (article.author.find(name) != std::string::npos) {
        add(FacetField::kAuthor, name);
      }
    }
    const auto year =
        article.published ? (article.published->instant - kStartOf2024) / (366 * kOneDay) : 0;
    add(FacetField::kYear, article.published ? std::to_string(2024 + year) : "");
    const bool month = article.published && article.published->precision >= DatePrecision::kMonth;
    // 366 days after 1 January 2024 is the 1st of January 2025, 366 more the 2nd of 2026.
    add(FacetField::kMonth, month ? std::to_string(2024 + year) + "-01" : "");
  }
  EXPECT_EQ(response.total, total);
  EXPECT_TRUE(response.total_exact);
  ASSERT_EQ(response.facets.size(), std::size(kFacetFields));
  for (const Facet& facet : response.facets) {
    EXPECT_EQ(facet.values, sorted(expected[facet.field])) << facet_name(facet.field);
    EXPECT_EQ(facet.missing, missing[facet.field]) << facet_name(facet.field);
    EXPECT_EQ(facet.more, 0U);
  }
}

TEST(Facets, ListTheMostFrequentAndCountTheRest) {
  test::SmallArchive archive;
  for (int i = 0; i < 20; ++i) {
    Article article = english("a" + std::to_string(i), "harbour");
    article.place = "Port " + std::to_string(i % 6);
    archive.put(article);
  }
  auto searcher = archive.searcher();
  auto request = counting_facets("harbour");
  request.facets.fields = {FacetField::kPlace};
  request.facets.limit = 3;
  const auto response = answer(searcher, request);
  ASSERT_EQ(response.facets.size(), 1U);
  EXPECT_THAT(
      response.facets[0].values,
      ElementsAre(FacetValue{"Port 0", 4}, FacetValue{"Port 1", 4}, FacetValue{"Port 2", 3}));
  EXPECT_EQ(response.facets[0].more, 3U);
}

TEST(Facets, CountTheStepsOfAutoThatWereTaken) {
  test::SmallArchive archive;
  for (const auto* text : {"harbour wall", "harbour", "wall", "ferry"}) {
    Article article = english(text, text);
    article.place = "Here";
    archive.put(article);
  }
  auto searcher = archive.searcher();
  auto request = counting_facets("harbour wall");
  request.facets.fields = {FacetField::kPlace};
  EXPECT_THAT(answer(searcher, request).facets[0].values, ElementsAre(FacetValue{"Here", 3}));
  request.limit = 1;
  EXPECT_THAT(answer(searcher, request).facets[0].values, ElementsAre(FacetValue{"Here", 1}));
}

TEST(Facets, FiltersCombineWithThem) {
  test::SmallArchive archive;
  for (int i = 0; i < 8; ++i) {
    Article article =
        dated(english("a" + std::to_string(i), "harbour"), kStartOf2024 + i * 40 * kOneDay);
    article.publisher = i % 2 == 0 ? "Even" : "Odd";
    archive.put(article);
  }
  auto searcher = archive.searcher();
  auto request = counting_facets("harbour source:even");
  request.after = "2024-03";
  request.facets.fields = {FacetField::kPublisher};
  const auto response = answer(searcher, request);
  EXPECT_THAT(response.facets[0].values, ElementsAre(FacetValue{"Even", 3}));
  EXPECT_EQ(response.facets[0].missing, 0U);
}

Timeline timeline_of(test::SmallArchive& archive, Interval interval) {
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "*";
  request.facets.timeline = interval;
  return *answer(searcher, request).timeline;
}

TEST(Timeline, FillsTheGapsBetweenTheFirstAndTheLast) {
  test::SmallArchive archive;
  archive.put(dated(english("a", "x"), kStartOf2024));
  archive.put(dated(english("b", "x"), kStartOf2024 + 3 * kOneDay));
  archive.put(dated(english("c", "x"), kStartOf2024 + 3 * kOneDay + 3600, DatePrecision::kMinute));
  archive.put(english("undated", "x"));
  archive.put(dated(english("year", "x"), kStartOf2024, DatePrecision::kYear));
  const auto timeline = timeline_of(archive, Interval::kAuto);
  EXPECT_EQ(timeline.interval, Interval::kDay);
  EXPECT_THAT(timeline.buckets,
              ElementsAre(FacetValue{"2024-01-01", 1}, FacetValue{"2024-01-02", 0},
                          FacetValue{"2024-01-03", 0}, FacetValue{"2024-01-04", 2}));
  EXPECT_EQ(timeline.missing, 2U);
}

TEST(Timeline, ChoosesItsIntervalByTheSpan) {
  test::SmallArchive archive;
  archive.put(dated(english("a", "x"), kStartOf2024));
  archive.put(dated(english("b", "x"), kStartOf2024 + 400 * kOneDay));
  EXPECT_EQ(timeline_of(archive, Interval::kAuto).buckets.size(), 14U);
  EXPECT_EQ(timeline_of(archive, Interval::kAuto).interval, Interval::kMonth);
  EXPECT_EQ(timeline_of(archive, Interval::kYear).buckets,
            (std::vector<FacetValue>{{"2024", 1}, {"2025", 1}}));
  archive.put(dated(english("old", "x"), kStartOf2024 - 40 * 366 * kOneDay));
  EXPECT_EQ(timeline_of(archive, Interval::kAuto).interval, Interval::kYear);
  EXPECT_EQ(timeline_of(archive, Interval::kDay).interval, Interval::kMonth);
}

TEST(Timeline, KeepsDatesBefore1970) {
  test::SmallArchive archive;
  archive.put(dated(english("a", "x"), -1));
  EXPECT_THAT(timeline_of(archive, Interval::kAuto).buckets,
              ElementsAre(FacetValue{"1969-12-31", 1}));
}

TEST(Timeline, OfNothingIsEmpty) {
  test::SmallArchive archive;
  archive.put("a", "x");
  const auto timeline = timeline_of(archive, Interval::kAuto);
  EXPECT_TRUE(timeline.buckets.empty());
  EXPECT_EQ(timeline.missing, 1U);
}

}  // namespace
}  // namespace lede
