// What each endpoint answers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/http/sample_server.h"

namespace lede::test {
namespace {

using nlohmann::json;

class Endpoints : public SampleServer {
 protected:
  // The JSON of a 200; fails the test for any other status.
  static json got(const std::string& target) {
    const HttpAnswer answer = server().get(target);
    EXPECT_EQ(answer.status, 200) << target << "\n" << answer.body;
    EXPECT_EQ(answer.field("content-type"), "application/json") << target;
    return answer.json();
  }
};

TEST_F(Endpoints, SearchFindsArticlesAndMarksWhatMatched) {
  const json answer = got("/v1/search?q=harbour+wall&match=all");
  EXPECT_EQ(answer["format_version"], 1);
  EXPECT_EQ(answer["total"], json::parse(R"({"value":2,"relation":"eq"})"));
  ASSERT_EQ(answer["hits"].size(), 2U);
  EXPECT_EQ(answer["hits"][0]["title"], "Harbour wall gives way in storm");
  EXPECT_EQ(answer["hits"][0]["title_marks"], json::parse("[[0,7],[8,12]]"));
  EXPECT_EQ(answer["index"]["documents"], 4);
}

TEST_F(Endpoints, SearchTakesTheSameParametersAsJson) {
  const HttpAnswer posted =
      server().ask({"POST",
                    "/v1/search",
                    {{"Content-Type", "application/json; charset=utf-8"}},
                    R"({"q":"harbour","limit":1,"sort":"newest","facet":["publisher","year"],
                        "explain":false,"cursor":null})"});
  ASSERT_EQ(posted.status, 200) << posted.body;
  const json got_same = got("/v1/search?q=harbour&limit=1&sort=newest&facet=publisher,year");
  json answer = posted.json();
  EXPECT_EQ(answer["hits"], got_same["hits"]);
  EXPECT_EQ(answer["facets"], got_same["facets"]);
  EXPECT_EQ(answer["hits"].size(), 1U);
  EXPECT_EQ(answer["hits"][0]["published"], "2024-07");
  EXPECT_EQ(answer["facets"]["publisher"]["values"][0]["count"], 2);
}

TEST_F(Endpoints, EachTakesItsParametersAsJson) {
  const std::string id = got("/v1/search?q=council")["hits"][0]["id"];
  const std::pair<std::string, std::string> questions[] = {
      {"/v1/documents/" + escaped(id) + "/similar", R"({"limit":1})"},
      {"/v1/suggest", R"({"q":"harb","limit":1})"},
      {"/v1/facets/publisher", R"({"q":"harbour","match":"all"})"},
      {"/v1/timeline", R"({"q":"harbour","interval":"year"})"},
      {"/v1/parse", R"({"q":"harbour -wall","strict":true})"},
  };
  for (const auto& [target, body] : questions) {
    const HttpAnswer answer =
        server().ask({"POST", target, {{"Content-Type", "application/json"}}, body});
    EXPECT_EQ(answer.status, 200) << target << answer.body;
  }
}

TEST_F(Endpoints, NoHitsIsAnAnswer) {
  const json answer = got("/v1/search?q=xylophone");
  EXPECT_EQ(answer["total"]["value"], 0);
  EXPECT_TRUE(answer["hits"].empty());
}

TEST_F(Endpoints, ACursorLeadsThroughAllHits) {
  std::vector<std::string> ids;
  std::string cursor;
  do {
    const json page = got("/v1/search?q=harbour&limit=1&cursor=" + escaped(cursor));
    for (const json& hit : page["hits"]) {
      ids.push_back(hit["id"]);
    }
    cursor = page.value("next", "");
  } while (!cursor.empty() && ids.size() < 10);
  EXPECT_THAT(ids, testing::UnorderedElementsAre(testing::EndsWith("wall-1"), testing::_,
                                                 testing::EndsWith("ferry")));
}

// The id of an article has whatever its source gave it.
TEST_F(Endpoints, DocumentsAreFoundByIdsOfAnyBytes) {
  const json hit = got("/v1/search?q=zebra")["hits"][0];
  const std::string id = hit["id"];
  EXPECT_THAT(id, testing::HasSubstr("hostile/1?&#"));
  const json article = got("/v1/documents/" + escaped(id));
  EXPECT_EQ(article["id"], id);
  EXPECT_EQ(article["title"], "<script>alert(1)</script> crossing");
  EXPECT_THAT(article["text"].get<std::string>(), testing::StartsWith("The zebra </text><img"));
}

TEST_F(Endpoints, SimilarNamesTheArticleItComparesWith) {
  const std::string id = got("/v1/search?q=harbour+wall&limit=1")["hits"][0]["id"];
  const json answer = got("/v1/documents/" + escaped(id) + "/similar?limit=2");
  EXPECT_EQ(answer["similar_to"], id);
  EXPECT_EQ(answer["hits"][0]["title"], "Council to rebuild the harbour");
}

TEST_F(Endpoints, SuggestCompletesWhatIsTyped) {
  const json answer = got("/v1/suggest?q=harb&limit=3");
  EXPECT_EQ(answer["typed"], "harb");
  EXPECT_EQ(answer["suggestions"][0]["text"], "harbour");
}

TEST_F(Endpoints, FiltersTakeWhatFacetsCount) {
  const json answer = got("/v1/search?q=harbour&publisher=The+Kelmouth+Ledger&language=en");
  EXPECT_EQ(answer["total"]["value"], 2);
  const json either =
      got("/v1/search?q=harbour&publisher=The+Kelmouth+Ledger&publisher=Island+Gazette");
  EXPECT_EQ(either["total"]["value"], 3);
  EXPECT_EQ(got("/v1/facets/place?q=harbour&author=Ada+Fenwick")["total"]["value"], 1);
  EXPECT_EQ(got("/v1/search?q=harbour&publisher=Ledger")["total"]["value"], 0);
}

TEST_F(Endpoints, ADocumentTellsWhatAQueryMatchesInIt) {
  const std::string id = got("/v1/search?q=title:storm")["hits"][0]["id"];
  const json plain = got("/v1/documents/" + escaped(id));
  EXPECT_FALSE(plain.contains("text_marks"));
  const json marked = got("/v1/documents/" + escaped(id) + "?q=walls");
  EXPECT_EQ(marked["query"], "walls");
  EXPECT_EQ(marked["title_marks"], json::parse("[[8,12]]"));
  const auto& mark = marked["text_marks"][0];
  const std::string text = marked["text"];
  EXPECT_EQ(text.substr(mark[0], mark[1].get<std::size_t>() - mark[0].get<std::size_t>()), "wall");
}

TEST_F(Endpoints, FacetsCountOneField) {
  const json answer = got("/v1/facets/publisher?q=*");
  EXPECT_EQ(answer["facets"]["publisher"]["values"][0],
            json::parse(R"({"value":"The Kelmouth Ledger","count":2})"));
  EXPECT_FALSE(answer.contains("hits"));
}

TEST_F(Endpoints, TimelineCountsByTime) {
  const json answer = got("/v1/timeline?q=harbour&interval=month");
  EXPECT_EQ(answer["timeline"]["interval"], "month");
  EXPECT_EQ(answer["timeline"]["buckets"].size(), 3U);
}

TEST_F(Endpoints, ParseShowsTheTree) {
  const json answer = got("/v1/parse?q=ferry+-strike");
  EXPECT_EQ(answer["interpreted"]["text"], "(words word:ferry (not word:strike))");
}

TEST_F(Endpoints, StatsSayWhatIsInTheDatabase) {
  const json answer = got("/v1/stats");
  EXPECT_EQ(answer["documents"], 4);
  EXPECT_EQ(answer["newest"], "2024-07-01T00:00:00Z");
}

TEST_F(Endpoints, HealthAndReadinessAreTold) {
  EXPECT_EQ(got("/healthz")["status"], "ok");
  got("/v1/stats");
  const json ready = got("/readyz");
  EXPECT_EQ(ready["ready"], true);
  EXPECT_EQ(ready["index"]["documents"], 4);
}

// Nothing of an article can become markup: JSON, and nothing else, whatever a browser guesses.
TEST_F(Endpoints, AnswersAreNeverMarkup) {
  const HttpAnswer answer = server().get("/v1/search?q=zebra");
  EXPECT_EQ(answer.field("content-type"), "application/json");
  EXPECT_EQ(answer.field("x-content-type-options"), "nosniff");
  EXPECT_THAT(answer.field("content-security-policy"), testing::HasSubstr("default-src 'none'"));
}

TEST_F(Endpoints, NoPathOfTheServersDiskIsTold) {
  for (const char* target : {"/v1/search?q=harbour&explain=true", "/v1/stats", "/readyz"}) {
    EXPECT_THAT(server().get(target).body,
                testing::Not(testing::HasSubstr(database().parent_path().string())))
        << target;
  }
}

}  // namespace
}  // namespace lede::test
