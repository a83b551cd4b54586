// The page over HTTP: what a browser is told beside the HTML.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <regex>

#include "tests/http/sample_server.h"

namespace lede::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Page : public SampleServer {
 protected:
  static pugi::xml_document got(const HttpAnswer& answer, int status) {
    EXPECT_EQ(answer.status, status);
    EXPECT_EQ(answer.field("content-type"), "text/html; charset=utf-8");
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(answer.body.c_str(), pugi::parse_full)) << answer.body;
    return document;
  }
  static std::string heading(const HttpAnswer& answer, int status) {
    return got(answer, status).select_node("//h1").node().child_value();
  }
};

TEST_F(Page, ShowsResultsAndArticles) {
  const auto results = got(server().get("/?q=harbour+wall&match=all"), 200);
  EXPECT_EQ(results.select_nodes("//li[@class='hit']").size(), 2U);
  const std::string address =
      results.select_node("//li[@class='hit']//a").node().attribute("href").value();
  const auto article = got(server().get(address), 200);
  EXPECT_STREQ(article.select_node("//title").node().child_value(),
               "Harbour wall gives way in storm · Lede");
  EXPECT_GE(article.select_nodes("//div[@class='text']//mark").size(), 2U);
}

TEST_F(Page, MayLoadWhatIsOursAndNothingElse) {
  const std::string policy = server().get("/").field("content-security-policy");
  EXPECT_EQ(policy,
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  EXPECT_EQ(server().get("/v1/stats").field("content-security-policy"),
            "default-src 'none'; frame-ancestors 'none'");
  // Nothing inline, which the policy would forbid.
  const std::string page = server().get("/?q=harbour").body;
  EXPECT_THAT(page, Not(HasSubstr(" style=")));
  EXPECT_THAT(page, Not(HasSubstr(" onclick=")));
}

TEST_F(Page, IsNotSentAgainWhenNothingChanged) {
  const HttpAnswer first = server().get("/?q=harbour");
  const std::string tag = first.field("etag");
  ASSERT_FALSE(tag.empty());
  const HttpAnswer again = server().get("/?q=harbour", {{"If-None-Match", tag}});
  EXPECT_EQ(again.status, 304);
  // Browsers take the fields of a 304 for those of what they have.
  EXPECT_EQ(again.field("content-security-policy"), first.field("content-security-policy"));
  EXPECT_NE(server().get("/?q=harbour&page=2").field("etag"), tag);
}

TEST_F(Page, ItsAssetsAreKeptForEver) {
  const std::string page = server().get("/").body;
  static const std::regex kAsset("(?:href|src)=\"(/assets/[^\"]+)\"");
  std::size_t found = 0;
  for (auto match = std::sregex_iterator(page.begin(), page.end(), kAsset);
       match != std::sregex_iterator(); ++match) {
    const HttpAnswer asset = server().get((*match)[1].str());
    EXPECT_EQ(asset.status, 200) << (*match)[1].str();
    EXPECT_THAT(asset.field("cache-control"), HasSubstr("immutable"));
    ++found;
  }
  EXPECT_EQ(found, 3U);
  EXPECT_EQ(server().get("/assets/x/none.js").status, 404);
}

TEST_F(Page, ItsProblemsArePagesToo) {
  EXPECT_EQ(heading(server().get("/article/none"), 404), "There is no such article");
  EXPECT_EQ(heading(server().get("/?q=" + std::string(3000, 'a')), 400),
            "This query cannot be searched for");
  EXPECT_EQ(heading(server().get("/?q=a&after=someday"), 400), "This address is not understood");
  EXPECT_EQ(heading(server().get("/?q=a&page=0"), 400), "This address is not understood");
  EXPECT_EQ(heading(server().get("/?q=a&page=100000"), 400), "This address is not understood");
  EXPECT_EQ(heading(server().get("/?q=a&nonsense=1"), 400), "This address is not understood");
  EXPECT_EQ(heading(server().ask({"POST", "/", {}, ""}), 405), "This did not work");
  EXPECT_EQ(heading(server().get("/?q=xylophone"), 200), "");
}

TEST_F(Page, IsCountedLikeOtherAnswers) {
  EXPECT_EQ(server().get("/?q=council").status, 200);
  EXPECT_THAT(server().get("/metrics").body,
              HasSubstr("lede_search_requests_total{endpoint=\"/\",status=\"200\"}"));
}

TEST_F(Page, ABrowserIsAskedForTheKey) {
  const TempDir secrets;
  const auto file = secrets.write("keys", "newsroom 0123456789abcdefghij\n");
  const LedeServer guarded(database(), {"--api-key-file", file});
  const HttpAnswer without = guarded.get("/");
  EXPECT_EQ(heading(without, 401), "A key is needed");
  EXPECT_THAT(without.fields, testing::Contains(testing::Pair(
                                  "www-authenticate", "Basic realm=\"Lede\", charset=\"UTF-8\"")));
  // "anna:0123456789abcdefghij", ":0123456789abcdefghij"
  for (const char* right :
       {"YW5uYTowMTIzNDU2Nzg5YWJjZGVmZ2hpag==", "OjAxMjM0NTY3ODlhYmNkZWZnaGlq"}) {
    const Fields shown{{"Authorization", "Basic " + std::string(right)}};
    EXPECT_EQ(guarded.get("/", shown).status, 200);
    EXPECT_EQ(guarded.get("/v1/suggest?q=har", shown).status, 200);
  }
  // "anna:wrong", "0123456789abcdefghij" without a colon, what is no base64
  for (const char* wrong : {"YW5uYTp3cm9uZw==", "MDEyMzQ1Njc4OWFiY2RlZmdoaWo=", "%%%", ""}) {
    EXPECT_EQ(guarded.get("/", {{"Authorization", "Basic " + std::string(wrong)}}).status, 401);
  }
  EXPECT_EQ(guarded.get("/assets/x/page.css").status, 200);
}

}  // namespace
}  // namespace lede::test
