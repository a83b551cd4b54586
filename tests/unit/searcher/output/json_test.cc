// The JSON that programs rely on.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/searcher/output/sample_response.h"

namespace lede {
namespace {

using nlohmann::json;

TEST(ResponseJson, HasEveryFieldOfTheContract) {
  const auto object = json::parse(response_json(test::sample_response(), JsonLayout::kIndented));
  EXPECT_EQ(object["format_version"], 1);
  EXPECT_EQ(object["query"], "harbour wall");
  EXPECT_EQ(object["interpreted"]["relaxed"], true);
  EXPECT_EQ(object["interpreted"]["text"], to_string(test::sample_response().parsed.root));
  EXPECT_EQ(object["interpreted"]["dates"],
            json::parse(R"([{"from":"2024-05-01T00:00:00Z","to":"2024-06-01T00:00:00Z",
                             "zone":"UTC"}])"));
  EXPECT_EQ(object["total"], json::parse(R"({"value":1234,"relation":"eq"})"));
  EXPECT_EQ(object["took_ms"], 4.125);
  EXPECT_EQ(object["index"], json::parse(R"({"revision":"r-7","documents":20000})"));
  EXPECT_EQ(object["hits"].size(), 3U);
  EXPECT_EQ(object["warnings"], json::parse(R"([{"code":"unknown_field",
            "message":"there is no field \"colour\"","at":3}])"));
  EXPECT_FALSE(object.contains("partial"));
  EXPECT_FALSE(object.contains("next"));
  EXPECT_FALSE(object.contains("facets"));
}

TEST(ResponseJson, EchoesDatesOfOptionsAfterThoseOfTheQuery) {
  auto response = test::sample_response();
  response.parsed.zone = TimeZone::find("Europe/Kyiv").value();
  response.dates.from = 1'717'200'000;
  const auto object = json::parse(response_json(response, JsonLayout::kOneLine));
  EXPECT_EQ(object["interpreted"]["dates"],
            json::parse(R"([{"from":"2024-05-01T03:00:00+03:00","to":"2024-06-01T03:00:00+03:00",
                             "zone":"Europe/Kyiv"},
                            {"from":"2024-06-01T03:00:00+03:00","zone":"Europe/Kyiv"}])"));
}

TEST(ResponseJson, HasACorrectionWhereThereIsOne) {
  auto response = test::sample_response();
  EXPECT_FALSE(json::parse(response_json(response, JsonLayout::kOneLine)).contains("did_you_mean"));
  response.did_you_mean = DidYouMean{"harbour wall", 12, false};
  EXPECT_EQ(json::parse(response_json(response, JsonLayout::kOneLine))["did_you_mean"],
            json::parse(R"({"query":"harbour wall","total":{"value":12,"relation":"gte"}})"));
}

TEST(SuggestionsJson, HasEveryFieldOfTheContract) {
  const SuggestResponse response{"harb",
                                 {{SuggestionKind::kQuery, "harbour", 12, ""},
                                  {SuggestionKind::kTitle, "Harbour wall", 1, "wall.txt"}},
                                 4.125,
                                 "r-7",
                                 20000};
  EXPECT_EQ(json::parse(suggestions_json(response, JsonLayout::kIndented)), json::parse(R"({
      "format_version":1,"typed":"harb","took_ms":4.125,
      "index":{"revision":"r-7","documents":20000},
      "suggestions":[{"kind":"query","text":"harbour","count":12},
                     {"kind":"title","text":"Harbour wall","count":1,"id":"wall.txt"}]})"));
}

TEST(ResponseJson, DescribesAHitWhole) {
  const auto object = json::parse(response_json(test::sample_response(), JsonLayout::kOneLine));
  const auto& hit = object["hits"][0];
  EXPECT_EQ(hit["id"], "harbour/wall.txt");
  EXPECT_EQ(hit["path"], "harbour/wall.txt");
  EXPECT_EQ(hit["score"], 12.5);
  EXPECT_EQ(hit["publisher"], "The Kelmouth Ledger");
  EXPECT_EQ(hit["agency"], "Northern Wire");
  EXPECT_EQ(hit["author"], "Ada Fenwick");
  EXPECT_EQ(hit["place"], "Kelmouth");
  EXPECT_EQ(hit["language"], "en");
  EXPECT_EQ(hit["published"], "2024-05-31");
  EXPECT_EQ(hit["published_precision"], "day");
  EXPECT_EQ(hit["published_from"], "dateline");
  EXPECT_EQ(hit["title_marks"], json::parse("[[0,7],[8,12]]"));
  EXPECT_FALSE(hit.contains("url"));
  EXPECT_FALSE(hit.contains("missing_words"));
  const auto& snippet = hit["snippets"][1];
  EXPECT_EQ(snippet["field"], "text");
  EXPECT_EQ(snippet["start"], 900);
  const auto mark = snippet["marks"][0];
  EXPECT_EQ(snippet["text"].get<std::string>().substr(
                mark[0], mark[1].get<std::size_t>() - mark[0].get<std::size_t>()),
            "walls");
}

TEST(ResponseJson, LeavesOutWhatIsUnknown) {
  const auto object = json::parse(response_json(test::sample_response(), JsonLayout::kOneLine));
  const auto& hit = object["hits"][2];
  for (const char* name : {"title", "publisher", "author", "place", "published", "language"}) {
    EXPECT_FALSE(hit.contains(name)) << name;
  }
  EXPECT_EQ(object["hits"][1]["published"], "2024-05");
  EXPECT_EQ(object["hits"][1]["missing_words"], json::parse(R"(["harbour"])"));
}

TEST(ResponseJson, SaysWhenTotalsAreBoundsAndAnswersPartial) {
  SearchResponse response;
  response.total = 1000;
  response.total_exact = false;
  response.partial = true;
  const auto object = json::parse(response_json(response, JsonLayout::kOneLine));
  EXPECT_EQ(object["total"], json::parse(R"({"value":1000,"relation":"gte"})"));
  EXPECT_EQ(object["partial"], true);
  EXPECT_EQ(object["hits"], json::array());
  EXPECT_EQ(object["interpreted"]["text"], "");
}

TEST(ResponseJson, ExplainsAndGoesOn) {
  auto response = test::sample_response();
  response.next = "AbC-_";
  response.similar_to = "a";
  response.hits[0].explanation = Explanation{
      120, 80.5, {{"stem", {"walls"}, {"Zwall"}, 3, 12, 2.5}, {"recency", {}, {}, 0, 0, 0.25}}};
  const auto object = json::parse(response_json(response, JsonLayout::kOneLine));
  EXPECT_EQ(object["next"], "AbC-_");
  EXPECT_EQ(object["similar_to"], "a");
  EXPECT_EQ(object["hits"][0]["explanation"],
            json::parse(R"({"length":120,"average_length":80.5,"parts":[
              {"kind":"stem","weight":2.5,"words":["walls"],"terms":["Zwall"],"tf":3,"df":12},
              {"kind":"recency","weight":0.25}]})"));
  EXPECT_FALSE(object["hits"][1].contains("explanation"));
}

TEST(ResponseJson, IsValidWhateverTheBytes) {
  SearchResponse response;
  for (int byte = 0; byte < 256; ++byte) {
    response.query += static_cast<char>(byte);
  }
  const auto text = response_json(response, JsonLayout::kOneLine);
  EXPECT_TRUE(json::accept(text));
  EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(HitJson, IsOneLine) {
  const auto text = hit_json(test::sample_response().hits[0]);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  EXPECT_EQ(json::parse(text)["id"], "harbour/wall.txt");
}

TEST(ArticleJson, KeepsTextAndZones) {
  Article article;
  article.id = "a";
  article.text = "One.\n\nTwo.";
  article.zones = {{"byline", 3, 9, "starts with By", "By Ada"}};
  const auto object = json::parse(article_json(article, JsonLayout::kIndented));
  EXPECT_EQ(object["text"], "One.\n\nTwo.");
  EXPECT_EQ(object["zones"][0]["kind"], "byline");
  EXPECT_EQ(object["zones"][0]["start"], 3);
  EXPECT_EQ(object["zones"][0]["why"], "starts with By");
  EXPECT_FALSE(object.contains("title"));
}

TEST(ArticleJson, TellsWhereFieldsWereFound) {
  Article article;
  article.section = "World";
  article.modified = PublishedDate{86'400, DatePrecision::kDay, "json-ld"};
  article.origins = {{"section", "json-ld", "high"}};
  const auto object = json::parse(article_json(article, JsonLayout::kOneLine));
  EXPECT_EQ(object["section"], "World");
  EXPECT_EQ(object["modified"], "1970-01-02");
  EXPECT_EQ(object["modified_precision"], "day");
  EXPECT_EQ(object["modified_from"], "json-ld");
  EXPECT_EQ(object["sources"]["section"]["from"], "json-ld");
  EXPECT_EQ(object["sources"]["section"]["confidence"], "high");
}

TEST(StatsJson, CountsLanguages) {
  IndexStats stats;
  stats.documents = 3;
  stats.languages = {{"en", 2}, {"und", 1}};
  stats.oldest = 0;
  stats.newest = 86'400;
  const auto object = json::parse(stats_json(stats, JsonLayout::kOneLine));
  EXPECT_EQ(object["documents"], 3);
  EXPECT_EQ(object["languages"][0], json::parse(R"({"language":"en","documents":2})"));
  EXPECT_EQ(object["oldest"], "1970-01-01T00:00:00Z");
  EXPECT_EQ(object["newest"], "1970-01-02T00:00:00Z");
}

TEST(ParsedJson, ShowsTheTree) {
  const auto response = test::sample_response();
  const auto object =
      json::parse(parsed_json(response.query, response.parsed, JsonLayout::kIndented));
  EXPECT_EQ(object["tree"]["kind"], "words");
  EXPECT_EQ(object["tree"]["children"][0]["kind"], "word");
  EXPECT_EQ(object["tree"]["children"][0]["text"], "harbour");
  EXPECT_EQ(object["tree"]["children"][2]["dates"]["from"], "2024-05-01T00:00:00Z");
}

}  // namespace
}  // namespace lede
