// Addresses, labels and bars of the page, and pages as wholes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "searcher/serve/page/assets.h"
#include "searcher/serve/page/labels.h"
#include "searcher/serve/page/page_query.h"
#include "searcher/serve/page/problem_page.h"
#include "searcher/serve/page/reader_page.h"
#include "searcher/serve/page/results_page.h"
#include "searcher/serve/page/timeline.h"

namespace lede::page {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::int64_t kMay2024 = 1'714'521'600;  // the first second of it
constexpr std::int64_t kDay = 86'400;

PageQuery asking(const std::string& q) {
  PageQuery query;
  query.q = q;
  return query;
}

// Read by a parser that forgives nothing, although HTML would.
pugi::xml_document parsed(const std::string& page) {
  pugi::xml_document document;
  const auto result = document.load_string(page.c_str(), pugi::parse_full);
  EXPECT_TRUE(result) << result.description() << " at "
                      << page.substr(static_cast<std::size_t>(result.offset), 80);
  return document;
}

TEST(PageQuery, IsAnAddressWithoutWhatIsUsual) {
  EXPECT_EQ(search_url({}), "/");
  EXPECT_EQ(search_url(asking("a b&c")), "/?q=a%20b%26c");
  PageQuery query = asking("ferry").with_filter(FacetField::kPublisher, "A \"B\"");
  query.sort = Sort::kNewest;
  query.match = Match::kAll;
  EXPECT_EQ(search_url(query), "/?q=ferry&publisher=A%20%22B%22&match=all&sort=newest");
  EXPECT_EQ(search_url(query.with_page(3)),
            "/?q=ferry&publisher=A%20%22B%22&match=all&sort=newest&page=3");
  EXPECT_EQ(article_url("a/b?c", asking("x")), "/article/a%2Fb%3Fc?q=x");
  EXPECT_EQ(feed_url(PageQuery().with_dates("2024", "")), "/v1/feed?q=%2A&after=2024");
}

TEST(PageQuery, AnotherQuestionStartsOnItsFirstPage) {
  const PageQuery third = asking("ferry").with_page(3);
  EXPECT_EQ(third.with_query("boat").page, 1U);
  EXPECT_EQ(third.with_filter(FacetField::kPlace, "Sarn").page, 1U);
  EXPECT_EQ(third.with_dates("2024", "2025").page, 1U);
  EXPECT_EQ(third.with_sort(Sort::kOldest).page, 1U);
}

TEST(PageQuery, HasOneFilterAFieldAndLosesItAgain) {
  const PageQuery query = asking("ferry")
                              .with_filter(FacetField::kPlace, "Sarn")
                              .with_filter(FacetField::kAuthor, "Lee")
                              .with_filter(FacetField::kPlace, "Kelmouth");
  EXPECT_EQ(query.filters, (std::vector<FieldFilter>{{FacetField::kAuthor, "Lee"},
                                                     {FacetField::kPlace, "Kelmouth"}}));
  EXPECT_EQ(search_url(query.without_filter({FacetField::kPlace, "Kelmouth"})),
            "/?q=ferry&author=Lee");
}

TEST(Labels, SayNumbersDatesAndLanguages) {
  EXPECT_EQ(number_label(0), "0");
  EXPECT_EQ(number_label(999), "999");
  EXPECT_EQ(number_label(1'234'567), "1,234,567");
  EXPECT_EQ(articles_label(1), "1 article");
  EXPECT_EQ(articles_label(2148), "2,148 articles");
  EXPECT_EQ(date_label(kMay2024, DatePrecision::kYear), "2024");
  EXPECT_EQ(date_label(kMay2024, DatePrecision::kMonth), "May 2024");
  EXPECT_EQ(date_label(kMay2024, DatePrecision::kSecond), "1 May 2024");
  EXPECT_EQ(period_label("2024-13"), "2024-13");
  EXPECT_EQ(range_label({kMay2024, kMay2024 + 31 * kDay}), "1 May 2024 – 31 May 2024");
  EXPECT_EQ(range_label({kMay2024, kMay2024 + kDay}), "1 May 2024");
  EXPECT_EQ(range_label({kMay2024, std::nullopt}), "from 1 May 2024");
  EXPECT_EQ(range_label({std::nullopt, kMay2024}), "until 30 April 2024");
  EXPECT_EQ(language_label("de"), "German");
  EXPECT_EQ(language_label("qqq"), "qqq");
  EXPECT_EQ(language_label(""), "");
}

TEST(TimelineBars, CoverTheirBucketsAndEndBeforeTheNext) {
  const auto bars = timeline_bars({Interval::kMonth, {{"2024-11", 2}, {"2024-12", 0}}, 0});
  ASSERT_EQ(bars.size(), 2U);
  EXPECT_EQ(bars[0].until, "2024-12");
  EXPECT_EQ(bars[1].until, "2025-01");
  EXPECT_EQ(bars[1].label, "December 2024");
  const auto days = timeline_bars({Interval::kDay, {{"2024-02-28", 1}, {"2024-02-29", 1}}, 0});
  EXPECT_EQ(days[1].until, "2024-03-01");
}

TEST(TimelineBars, AreNeverTooManyAndCountAll) {
  Timeline timeline{Interval::kYear, {}, 0};
  for (int year = 1500; year < 2025; ++year) {
    timeline.buckets.push_back({std::to_string(year), 2});
  }
  const auto bars = timeline_bars(timeline);
  EXPECT_LE(bars.size(), 120U);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    sum += bars[i].count;
    if (i > 0) {
      EXPECT_EQ(bars[i].from, bars[i - 1].until);
    }
  }
  EXPECT_EQ(sum, 2U * 525U);
  EXPECT_EQ(bars.front().label, "1500 – 1504");
  EXPECT_EQ(bars.back().until, "2025");
}

TEST(Assets, HaveAddressesThatChangeWithThem) {
  EXPECT_THAT(asset_url("page.css"), testing::MatchesRegex("/assets/[0-9a-f]{16}/page.css"));
  EXPECT_TRUE(find_asset("main.js"));
  EXPECT_FALSE(find_asset("main"));
  EXPECT_FALSE(find_asset(""));
  EXPECT_FALSE(find_asset("../openapi.json"));
}

SearchResponse hostile_response() {
  const std::string bad = "\"><script>x</script><!-- ' & \xff";
  SearchResponse response;
  response.query = bad;
  response.total = 40;
  response.documents = 50;
  response.relaxed = true;
  response.partial = true;
  response.did_you_mean = DidYouMean{bad, 3, false};
  response.warnings = {{"unknown_field", bad, 4}};
  response.parsed.warnings = response.warnings;
  response.facets = {{FacetField::kPublisher, {{bad, 3}, {"b", 1}}, 4, 1}};
  response.timeline = Timeline{Interval::kYear, {{"2023", 3}, {"2024", 0}, {"2025", 9}}, 1};
  Hit hit;
  hit.id = hit.title = hit.publisher = hit.author = hit.place = hit.section = hit.language = bad;
  hit.title_marks = {{2, 4}};
  hit.missing_words = {bad};
  hit.snippets = {{"text", 0, bad, {{0, 2}}}};
  hit.published = PublishedDate{kMay2024, DatePrecision::kDay, "meta"};
  response.hits = {hit, Hit{}};
  return response;
}

TEST(Pages, AreWellFormedWhateverTheyHold) {
  const std::string bad = hostile_response().query;
  PageQuery query = asking(bad).with_filter(FacetField::kPublisher, bad).with_page(2);
  query.after = bad;
  const auto results = parsed(results_page(hostile_response(), query));
  EXPECT_EQ(results.select_nodes("//script").size(), 1U);
  EXPECT_EQ(results.select_nodes("//li[@class='hit']").size(), 2U);
  MarkedArticle marked{{}, bad, {{0, 1}}, {{0, 2}}, {}};
  marked.article.id = marked.article.title = marked.article.text = marked.article.url = bad;
  const auto article = parsed(reader_page(marked, hostile_response().hits, query));
  EXPECT_EQ(article.select_nodes("//script").size(), 1U);
  EXPECT_EQ(article.select_nodes("//mark[@id='m1']").size(), 1U);
  const auto problem =
      parsed(problem_page({400, "query_too_long", bad, "q"}, {query, "/?q=" + bad, "request"}));
  EXPECT_EQ(problem.select_nodes("//script").size(), 1U);
}

TEST(Pages, LinkToTheOriginalOnlyOnTheWeb) {
  MarkedArticle marked;
  marked.article.title = "T";
  marked.article.url = "https://example.org/a?b=1";
  EXPECT_THAT(reader_page(marked, {}, {}), HasSubstr("href=\"https://example.org/a?b=1\""));
  marked.article.url = "javascript:x";
  EXPECT_THAT(reader_page(marked, {}, {}), Not(HasSubstr("original")));
}

TEST(Pages, NoHitsAndAnEmptyArchiveAreTold) {
  SearchResponse response;
  response.documents = 9;
  EXPECT_THAT(results_page(response, asking("x")), HasSubstr("No article matches"));
  EXPECT_THAT(results_page(response, asking("x")), HasSubstr("newest of all 9 articles"));
  response.documents = 0;
  EXPECT_THAT(results_page(response, {}), HasSubstr("lede-indexer update FOLDER"));
}

TEST(ProblemPages, SayWhatIsWrongAndWhatToDo) {
  const auto heading = [](const serve::Problem& problem) {
    const auto document = parsed(problem_page(problem, {asking("a \"b"), "/?q=a", "r-1"}));
    return std::string(document.select_node("//h1").node().child_value());
  };
  EXPECT_EQ(heading({400, "query_too_long", "x", "q"}), "This query cannot be searched for");
  EXPECT_EQ(heading({400, "bad_parameter", "x", "after"}), "This address is not understood");
  EXPECT_EQ(heading({404, "not_found", "x"}), "There is no such article");
  EXPECT_EQ(heading({500, "database_damaged", "x"}), "The archive cannot be searched now");
  EXPECT_EQ(heading({503, "database_missing", "x"}), "The archive cannot be searched now");
  EXPECT_EQ(heading({503, "overloaded", "x"}), "The server is busy");
  EXPECT_EQ(heading({401, "key_needed", "x"}), "A key is needed");
  EXPECT_EQ(heading({500, "internal", "x"}), "This did not work");
  const std::string page =
      problem_page({422, "bad_query", "x", "q"}, {asking("a \"b"), "/?q=a", "r-1"});
  EXPECT_THAT(page, HasSubstr("a <mark>&quot;b</mark>"));
  EXPECT_THAT(page, HasSubstr("bad_query · request r-1"));
}

}  // namespace
}  // namespace lede::page
