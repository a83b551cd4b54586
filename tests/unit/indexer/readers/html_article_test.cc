// Which part of a page is its article: the promises of main-text selection, each on a small page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "indexer/extract.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_all;
using test::ReadOutcome;

const std::string kFirst =
    "<p>The lamp on the breakwater was lit again on Tuesday, after eleven years in the dark, and "
    "most of the village came down to the harbour to see it.</p>";
const std::string kSecond =
    "<p>Nobody could say who had paid for the glass, which was cut in the old pattern and came in "
    "a crate without a name, carried ashore by two divers.</p>";
const std::string kTwoParts = kFirst + kSecond;

Article article_of(const std::string& body, const std::string& head = "<title>t</title>") {
  ReadOutcome outcome =
      read_all("a.html", "<html><head>" + head + "</head><body>" + body + "</body></html>");
  EXPECT_TRUE(outcome.result) << outcome.result.error().message;
  EXPECT_EQ(outcome.pages.size(), 1U);
  return outcome.pages.empty() ? Article() : extract_article(std::move(outcome.pages[0]), 0);
}

bool has(const Article& article, std::string_view piece) {
  return article.text.find(piece) != std::string::npos;
}

void expect_story_without(const std::string& body, std::string_view furniture) {
  const Article article = article_of(body);
  EXPECT_TRUE(has(article, "The lamp on the breakwater")) << body;
  EXPECT_TRUE(has(article, "carried ashore by two divers.")) << body;
  EXPECT_FALSE(has(article, furniture)) << body;
}

TEST(HtmlArticle, IsToldFromColumnsByItsRunningText) {
  expect_story_without(
      "<table><tr><td><a href=1>Weather</a><br><a href=2>Tides</a></td><td>" + kTwoParts +
          "</td><td><a href=3>A long headline of another story, which is a link</a></td></table>",
      "Weather");
}

TEST(HtmlArticle, OfAGalleryIsWhatStandsBelowThePictures) {
  std::string gallery;
  for (int i = 0; i < 9; ++i) {
    gallery += "<figure><img src=x><figcaption>" + kSecond + "</figcaption></figure>";
  }
  const Article article =
      article_of("<main><p>Nine lamps, and who lit them.</p>" + gallery + "</main>");
  EXPECT_TRUE(has(article, "carried ashore by two divers."));
  expect_story_without("<main>" + kTwoParts + kTwoParts +
                           "<figure><img src=x><figcaption><p>The lamp, as it was seen by all who "
                           "came to the harbour that day.</p></figcaption></figure></main>",
                       "as it was seen");
}

TEST(HtmlArticle, FurnitureIsKnownByTheNamesOfItsElements) {
  for (const char* name :
       {"class=sidebar", "class='share-buttons'", "id=comments", "class='post relatedPosts'",
        "class='site_footer footer'", "class=newsletter-box", "id='cookie-notice'",
        "class=breadcrumbs", "class='author-box'", "class='wp-caption'",
        "class='Ad advertisement'"}) {
    expect_story_without("<div><div class=entry>" + kTwoParts + "<div " + name +
                             "><p>These words are furniture of the page and nothing else at "
                             "all.</p></div></div></div>",
                         "furniture of the page");
  }
}

TEST(HtmlArticle, NamesAreNoProofAgainstTheText) {
  for (const char* name : {"class=sidebar", "class='share'", "id=comments", "class=widget"}) {
    const Article article = article_of("<div " + std::string(name) + ">" + kTwoParts + "</div>");
    EXPECT_TRUE(has(article, "The lamp on the breakwater")) << name;
  }
}

TEST(HtmlArticle, CommentsStayOutEvenWhenTheyAreLongerThanTheStory) {
  std::string comments = "<ol id=comments>";
  for (int i = 0; i < 20; ++i) {
    comments +=
        "<li>I have lived here for sixty years and I say that the lamp was better before "
        "anybody lit it, and so did my mother.</li>";
  }
  expect_story_without("<div>" + kTwoParts + "</div>" + comments + "</ol>", "my mother");
}

TEST(HtmlArticle, TheLeadBetweenHeadlineAndBodyBelongsToIt) {
  const Article article = article_of(
      "<div><h1>Lamp lit</h1><div class=teaser-text>After eleven dark years there is a light on "
      "the breakwater again, and nobody knows who paid.</div><div class=toolbar>Print</div>"
      "<div class=article-body>" +
      kTwoParts + "</div></div>");
  EXPECT_TRUE(article.text.starts_with("After eleven dark years")) << article.text;
  EXPECT_FALSE(has(article, "Print"));
}

TEST(HtmlArticle, KeepsHeadingsListsQuotesAndTables) {
  const Article article = article_of(
      "<article>" + kFirst +
      "<h2>What is known</h2><ul><li>It turns.</li><li>It is green.</li>"
      "</ul><blockquote>I held the ladder.</blockquote><table><tr><th>Year<th>Lamps<tr><td>1931"
      "<td>four</table>" +
      kSecond + "</article>");
  for (const char* piece : {"What is known", "It turns.\nIt is green.", "I held the ladder.",
                            "Year Lamps\n1931 four"}) {
    EXPECT_TRUE(has(article, piece)) << piece << "\n" << article.text;
  }
}

TEST(HtmlArticle, LinksInSentencesStayAndLinksAloneGo) {
  const Article article =
      article_of("<article>" + kFirst +
                 "<p><a href=1>Harbour seals learn to wait</a></p><p>The <a href=2>"
                 "keeper of the museum</a> asked for <a href=3>more time</a> on Monday.</p>" +
                 kSecond + "<p><a href=http://lamp.example>http://lamp.example</a></p></article>");
  EXPECT_FALSE(has(article, "Harbour seals"));
  EXPECT_TRUE(has(article, "The keeper of the museum asked for more time on Monday."));
  EXPECT_TRUE(has(article, "http://lamp.example"));
}

TEST(HtmlArticle, ListsOfLinksInsideItGo) {
  expect_story_without("<article>" + kFirst +
                           "<ul><li><a href=1>Tide tables for March</a><li><a href=2>All about "
                           "lamps</a></ul>" +
                           kSecond + "</article>",
                       "Tide tables");
}

TEST(HtmlArticle, IsNeverEmptyWhereThePageHasText) {
  for (const char* body :
       {"<nav>Only this</nav>", "<div id=comments>Only this</div>", "<a href=x>Only this</a>",
        "<footer><p>Only this</footer>", "<p hidden>Only this</p>",
        "<ul class=share><li>Only this"
        "</ul>"}) {
    EXPECT_EQ(article_of(body).text, "Only this") << body;
  }
}

TEST(HtmlArticle, AShortNoticeIsAnArticle) {
  EXPECT_EQ(article_of("<nav>Menu</nav><h1>t</h1><main><p>Closed today.</p></main>").text,
            "Closed today.");
}

TEST(HtmlArticle, InsideNoscriptIsReadWhenThereIsNoOther) {
  EXPECT_TRUE(has(article_of("<noscript><div>" + kTwoParts + "</div></noscript>"), "breakwater"));
  expect_story_without("<div>" + kTwoParts +
                           "<noscript><img><p>Please turn on scripts to see the "
                           "picture that belongs here.</noscript></div>",
                       "Please turn on");
}

TEST(HtmlArticle, WhatIsTakenOutIsKeptAsZones) {
  const Article article = article_of(
      "<nav>Tides and weather</nav><h1>Lamp lit</h1><div class=post-content>" + kFirst +
      "<figure><img><figcaption>The lamp, seen from the quay.</figcaption></figure>" + kSecond +
      "</div><div id=comments><p>My mother disagrees.</p></div><p>Elsewhere</p>"
      "<script>no words</script>");
  std::string all;
  std::size_t end = 0;
  for (const Zone& zone : article.zones) {
    all += zone.kind + ": " + zone.text + "; ";
    EXPECT_EQ(zone.text.size(), zone.end - zone.start);
    EXPECT_GE(zone.start, end);
    EXPECT_NE(zone.why, "");
    end = zone.end;
  }
  EXPECT_EQ(
      all,
      "navigation: Tides and weather; page: Lamp lit; caption: The lamp, seen from the quay.; "
      "comments: My mother disagrees.; page: Elsewhere; ");
}

TEST(HtmlArticle, BlanksThatNobodySeesAreNoPartOfTheText) {
  EXPECT_EQ(article_of("<p>Blank &nbsp;&nbsp; and &nbsp; blank.</p>").text, "Blank and blank.");
  EXPECT_EQ(article_of("<p>The&nbsp;light&shy;house\u200B keeper.</p>").text,
            "The lighthouse keeper.");
}

}  // namespace
}  // namespace lede
