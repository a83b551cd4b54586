// HTML pages: declared fields and visible text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "indexer/readers/markup.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_all;
using test::ReadOutcome;

constexpr std::int64_t k31May2024 = 1717113600;

RawPage page_of(std::string_view html) {
  ReadOutcome outcome = read_all("a.html", html);
  EXPECT_TRUE(outcome.result) << outcome.result.error().message;
  EXPECT_EQ(outcome.pages.size(), 1U);
  return outcome.pages.empty() ? RawPage() : std::move(outcome.pages[0]);
}

std::string text_of(const std::string& body) {
  return page_of("<html><body>" + body + "</body></html>").text;
}

TEST(Html, TakesTheFieldsOfJsonLd) {
  const RawPage page = page_of(R"(<html lang="en-GB"><head><title>x</title>
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "Not this"},
      {"@type": ["NewsArticle"], "headline": "Moon &amp; lamp", "datePublished": "2024-05-31T10:00:00+02:00",
       "author": [{"@type": "Person", "name": "Ada Quill"}, {"@id": "#ben"}],
       "publisher": {"@type": "Organization", "name": "The Echo"},
       "mainEntityOfPage": "https://echo.example/moon"},
      {"@id": "#ben", "@type": "Person", "name": "Ben Ashe"}]}</script>
    </head><body><p>Text.</p></body></html>)");
  const Article& article = page.declared;
  EXPECT_EQ(article.title, "Moon & lamp");
  EXPECT_EQ(article.author, "Ada Quill; Ben Ashe");
  EXPECT_EQ(article.publisher, "The Echo");
  EXPECT_EQ(article.url, "https://echo.example/moon");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.language_from, "declared");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->instant, k31May2024 + 28800);
  EXPECT_EQ(article.published->from, "json-ld");
}

TEST(Html, TakesTheFieldsOfMetaTags) {
  const RawPage page = page_of(R"(<head>
    <title>Moon painted | The Echo</title>
    <meta property="og:site_name" content="The Echo">
    <meta property="article:author" content="https://facebook.example/ada">
    <meta name="author" content="By Ada Quill">
    <meta property="article:published_time" content="2024-05-31">
    <link rel="canonical" href="https://echo.example/moon">
    </head><body><p>Text.</p></body>)");
  EXPECT_EQ(page.declared.title, "Moon painted");
  EXPECT_EQ(page.declared.author, "Ada Quill");
  EXPECT_EQ(page.declared.publisher, "The Echo");
  EXPECT_EQ(page.declared.url, "https://echo.example/moon");
  EXPECT_EQ(page.declared.published->instant, k31May2024);
  EXPECT_EQ(page.declared.published->from, "opengraph");
}

TEST(Html, TitleIsTakenFromTheSurestPlace) {
  struct Case {
    const char* html;
    const char* title;
  };
  const Case cases[] = {
      {"<meta property=og:title content='From OpenGraph'><title>t</title><h1>h</h1>",
       "From OpenGraph"},
      {"<title>t</title><h1> From\n the <b>heading</b> </h1><p>x", "From the heading"},
      {"<title>From the title - Echo</title><meta property=og:site_name content=Echo><p>x",
       "From the title"},
      {"<title>Echo \u2013 From the title</title><meta property=og:site_name content=Echo><p>x",
       "From the title"},
      {"<title>Echo - Moon - Lamp</title><p>x", "Echo - Moon - Lamp"},
      {"<body><h2>Only a lower heading</h2><p>x", "Only a lower heading"},
      {"<h1>Unclosed heading<p>The text", "Unclosed heading"},
      {"<p>No title at all", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(page_of(c.html).declared.title, c.title) << c.html;
  }
}

TEST(Html, DatesComeFromMetaAndTimeElementsToo) {
  struct Case {
    const char* html;
    const char* from;
  };
  for (const Case& c : {Case{"<meta name=date content=2024-05-31><p>x", "meta"},
                        Case{"<meta name=DC.date.issued content=2024-05-31><p>x", "meta"},
                        Case{"<meta itemprop=datePublished content=2024-05-31><p>x", "microdata"},
                        Case{"<p>x<time datetime='2024-05-31'>yesterday</time>", "time-element"}}) {
    const RawPage page = page_of(c.html);
    ASSERT_TRUE(page.declared.published) << c.html;
    EXPECT_EQ(page.declared.published->instant, k31May2024) << c.html;
    EXPECT_EQ(page.declared.published->from, c.from) << c.html;
  }
  EXPECT_FALSE(page_of("<meta name=date content='05/06/2024'><p>x").declared.published);
  EXPECT_FALSE(page_of("<meta name=date content='yesterday'><p>x").declared.published);
}

TEST(Html, AHeadingInAMenuIsNoTitle) {
  for (const char* menu : {"<nav><ul><li><h1>Town hall</h1></ul></nav>",
                           "<div role=navigation><h1>Town hall</h1></div>"}) {
    const RawPage page = page_of(std::string(menu) + "<h1>The bean quarter</h1><p>x");
    EXPECT_EQ(page.declared.title, "The bean quarter") << menu;
  }
}

const FieldOrigin* origin_of(const RawPage& page, std::string_view field) {
  for (const FieldOrigin& origin : page.declared.origins) {
    if (origin.field == field) {
      return &origin;
    }
  }
  return nullptr;
}

TEST(Html, TheFirstUsableSourceInTheTableIsBelieved) {
  struct Case {
    const char* html;
    const char* author;
    const char* from;
    const char* confidence;
  };
  // Each adds a surer source before those of the case after it.
  const std::string byline = "<div class=byline>By Ida Brown</div>";
  const std::string rel = "<a rel=author href=x>Rel Author</a>" + byline;
  const std::string meta = "<meta name=author content='Meta Author'>" + rel;
  const std::string open_graph = "<meta property=article:author content='Og Author'>" + meta;
  const std::string item =
      "<div itemprop=author itemscope><span itemprop=name>Item Author</span></div>" + open_graph;
  const std::string json_ld =
      "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"author\": \"Json Author\"}"
      "</script>" +
      item;
  const Case cases[] = {{byline.c_str(), "Ida Brown", "byline", "medium"},
                        {rel.c_str(), "Rel Author", "rel-author", "medium"},
                        {meta.c_str(), "Meta Author", "meta", "medium"},
                        {open_graph.c_str(), "Og Author", "opengraph", "high"},
                        {item.c_str(), "Item Author", "microdata", "high"},
                        {json_ld.c_str(), "Json Author", "json-ld", "high"}};
  for (const Case& c : cases) {
    const RawPage page = page_of(std::string(c.html) + "<p>x");
    EXPECT_EQ(page.declared.author, c.author);
    const FieldOrigin* origin = origin_of(page, "author");
    ASSERT_NE(origin, nullptr) << c.author;
    EXPECT_EQ(origin->from, c.from);
    EXPECT_EQ(origin->confidence, c.confidence);
  }
  EXPECT_EQ(origin_of(page_of("<p>x"), "author"), nullptr);
}

TEST(Html, WhatCannotBeUsedLeavesTheNextSourceItsTurn) {
  const RawPage page = page_of(
      "<meta property=article:author content='https://social.example/ida'>"
      "<meta name=author content='Ida Brown'><meta property=article:published_time content=soon>"
      "<meta name=date content=2024-05-31><p>x");
  EXPECT_EQ(page.declared.author, "Ida Brown");
  EXPECT_EQ(page.declared.published->from, "meta");
}

TEST(Html, TheDayInTheAddressIsTheLastResort) {
  const RawPage page =
      page_of("<link rel=canonical href=https://echo.example/2024/05/31/moon><p>x");
  ASSERT_TRUE(page.declared.published);
  EXPECT_EQ(page.declared.published->instant, k31May2024);
  EXPECT_EQ(page.declared.published->from, "url");
  EXPECT_EQ(origin_of(page, "published")->confidence, "low");
  for (const char* address :
       {"https://echo.example/2024/05/moon", "https://echo.example/2024/13/31",
        "https://echo.example/2024/05/311", "https://echo.example/1/2/3"}) {
    EXPECT_FALSE(
        page_of("<link rel=canonical href=" + std::string(address) + "><p>x").declared.published)
        << address;
  }
}

TEST(Html, TimesOfOtherStoriesAreNotBelieved) {
  const std::string other = "<time datetime=2023-01-02>";
  EXPECT_FALSE(page_of(other + "</time><time datetime=2024-05-31></time><p>x").declared.published);
  EXPECT_EQ(page_of(other + "</time><h1>Moon</h1><time datetime=2024-05-31></time><p>x")
                .declared.published->instant,
            k31May2024);
  EXPECT_FALSE(page_of("<h1>Moon</h1><ol class=comment-list>" + other + "</time></ol><p>x")
                   .declared.published);
}

TEST(Html, ReadsWhenItWasChangedAndWhereItBelongs) {
  const RawPage page = page_of(
      "<meta property=article:published_time content=2024-05-31>"
      "<meta property=article:modified_time content=2024-06-01>"
      "<meta property=article:section content=Science><p>x");
  EXPECT_EQ(page.declared.section, "Science");
  ASSERT_TRUE(page.declared.modified);
  EXPECT_EQ(page.declared.modified->instant, k31May2024 + 86400);
  EXPECT_FALSE(page_of("<meta property=article:published_time content=2024-05-31>"
                       "<meta property=article:modified_time content=2020-06-01><p>x")
                   .declared.modified);
}

TEST(Html, ATextThatOnlyJsonLdHoldsIsRead) {
  std::string body;
  for (int i = 0; i < 20; ++i) {
    body += "Sentence " + std::to_string(i) + " of the hidden text stands here. ";
  }
  const std::string script =
      "<script type=application/ld+json>{\"@type\": \"NewsArticle\", "
      "\"articleBody\": \"" +
      body + "\\u0000\"}</script>";
  const std::string text = page_of(script + "<p>The lead is shown to everybody.</p>").text;
  EXPECT_TRUE(text.starts_with("The lead is shown to everybody.\n\nSentence 0 of")) << text;
  EXPECT_EQ(text.find('\0'), std::string::npos);
  EXPECT_EQ(page_of(script + "<p>" + body + "</p>").text.find("Sentence 3"),
            page_of(script + "<p>" + body + "</p>").text.rfind("Sentence 3"));
}

TEST(Html, OnlyAbsoluteWebAddressesAreCanonical) {
  EXPECT_EQ(page_of("<link rel=canonical href='/moon'><p>x").declared.url, "");
  EXPECT_EQ(page_of("<meta property=og:url content='javascript:alert'><p>x").declared.url, "");
  EXPECT_EQ(page_of("<link rel=canonical href='/moon'><meta property=og:url "
                    "content='HTTP://echo.example/'><p>x")
                .declared.url,
            "HTTP://echo.example/");
}

TEST(Html, BrokenJsonLdIsIgnored) {
  const RawPage page = page_of(
      "<script type='application/ld+json'>{\"headline\": </script>"
      "<script type='application/ld+json'>[1, \"x\", {\"@type\": 5}]</script><h1>Moon</h1><p>x");
  EXPECT_EQ(page.declared.title, "Moon");
}

TEST(Html, TextIsLaidOutAsABrowserWould) {
  struct Case {
    const char* body;
    const char* text;
  };
  const Case cases[] = {
      {"<p>One\n two</p><p>three</p>", "One two\n\nthree"},
      {"<div>a<div>b</div>c</div>", "a\n\nb\n\nc"},
      {"a<br>b<br><br>c", "a\nb\n\nc"},
      {"<ul><li>one<li>two</ul>after", "one\ntwo\n\nafter"},
      {"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"},
      {"<p>in<b>li</b>ne <i>text</i></p>", "inline text"},
      {"<pre>a\n b</pre>", "a\nb"},
      {"<p>caf&eacute; &amp; &#8220;tea&#8221;&nbsp;x", "caf\u00E9 & \u201Ctea\u201D x"},
      {"<p>a &lt;b&gt; c", "a <b> c"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(text_of(c.body), c.text) << c.body;
  }
}

TEST(Html, LeavesMachineryAndFurnitureOut) {
  for (const char* furniture :
       {"<script>furniture</script>", "<style>furniture{}</style>",
        "<noscript>furniture</noscript>", "<template>furniture</template>", "<nav>furniture</nav>",
        "<header>furniture</header>", "<footer>furniture</footer>", "<aside>furniture</aside>",
        "<form><label>furniture</label></form>", "<p hidden>furniture</p>",
        "<p style='display: none'>furniture</p>", "<p aria-hidden=true>furniture</p>",
        "<div role=navigation>furniture</div>", "<button>furniture</button>",
        "<select><option>furniture</select>", "<svg><text>furniture</text></svg>",
        "<!-- furniture -->"}) {
    EXPECT_EQ(text_of(std::string("<p>Kept.</p>") + furniture), "Kept.") << furniture;
  }
}

TEST(Html, AFormAroundThePageIsNoFurniture) {
  EXPECT_EQ(text_of("<form><p>One.</p><p>Two.</p><p>Three.</p></form>"), "One.\n\nTwo.\n\nThree.");
}

TEST(Html, TheArticleElementIsPreferredWhenItHoldsMostOfTheText) {
  const RawPage most = page_of(
      "<title>t</title><p>Menu</p><article><header><h1>Head</h1></header>"
      "<p>A long paragraph of the story itself, which goes on.</p></article><p>Elsewhere</p>");
  EXPECT_EQ(most.text, "A long paragraph of the story itself, which goes on.");
  const RawPage little = page_of(
      "<title>t</title><article><p>Teaser</p></article><p>A long paragraph of the story itself, "
      "which goes on.</p>");
  EXPECT_NE(little.text.find("itself"), std::string::npos);
}

TEST(Html, AHeadingThatIsTheTitleIsNotRepeated) {
  EXPECT_EQ(
      page_of("<article><h1>Moon painted</h1><h2>Why</h2><p>Because it was there.</article>").text,
      "Why\n\nBecause it was there.");
}

TEST(Html, CharsetIsReadFromThePage) {
  const std::string russian = "\xCF\xF0\xE8\xE2\xE5\xF2";
  for (const char* meta : {"<meta charset=windows-1251>", "<META CHARSET='Windows-1251' />",
                           "<meta http-equiv=\"Content-Type\" content=\"text/html; "
                           "charset=windows-1251\">"}) {
    EXPECT_EQ(page_of(std::string(meta) + "<p>" + russian).text, "Привет") << meta;
  }
  EXPECT_EQ(page_of("<?xml version=\"1.0\" encoding=\"windows-1251\"?><p>" + russian).text,
            "Привет");
  EXPECT_EQ(page_of("<meta charset=iso-8859-1><p>M\u00FCll").text, "M\u00FCll");
}

TEST(Html, AnEmptyPageFailsByName) {
  for (const char* html : {"", "<html><body></body></html>", "<script>x</script>"}) {
    const ReadOutcome outcome = read_all("a.html", html);
    ASSERT_FALSE(outcome.result) << html;
    EXPECT_EQ(outcome.result.error().message.substr(0, 8), "a.html: ");
  }
}

TEST(Markup, IsToldFromTextThatMentionsTags) {
  for (const char* markup :
       {"<p>a</p>", " <div class=x>a</div>", "one<br>two<br/>three", "<P>a", "text</p><p>more"}) {
    EXPECT_TRUE(looks_like_markup(markup)) << markup;
  }
  for (const char* text : {"plain", "", "a < b and c > d", "the <p> tag", "<script>alert</script>",
                           "<3 <3 <3", "if x<p and y<p then"}) {
    EXPECT_FALSE(looks_like_markup(text)) << text;
  }
}

TEST(Markup, InAJsonTextIsReadAsMarkup) {
  const ReadOutcome outcome = read_all(
      "a.json",
      R"({"title": "Q &amp; A", "content": "<p>One</p><p>Two<br>three &#8212; four</p>"})");
  ASSERT_EQ(outcome.pages.size(), 1U);
  EXPECT_EQ(outcome.pages[0].text, "One\n\nTwo\nthree \u2014 four");
  EXPECT_EQ(outcome.pages[0].declared.title, "Q & A");
}

}  // namespace
}  // namespace lede
