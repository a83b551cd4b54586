// Feeds: each item an article, in the dialects there are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_any;
using test::ReadOutcome;
using testing::HasSubstr;
using testing::SizeIs;

const std::string kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Tribune</title><link>https://tribune.example.org/</link>
<language>en-gb</language>
<item><title>Ferry &amp;amp; dock</title><media:title>Not this</media:title>
<link>https://tribune.example.org/1</link><guid isPermaLink="false">17</guid>
<pubDate>Thu, 12 Sep 2024 08:30:00 +0200</pubDate><dc:creator>Ann Lee</dc:creator>
<dc:creator>Bo Li</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>It sailed at six.</p><p>Nobody waved.</p>]]></content:encoded></item>
<item><description>&lt;p&gt;Only a text, R&amp;amp;D.&lt;/p&gt;</description>
<author>desk@example.org (Cy Poe)</author><guid>https://tribune.example.org/2</guid></item>
<item><pubDate>Thu, 12 Sep 2024 08:30:00 +0200</pubDate></item>
</channel></rss>)";

TEST(Feed, EachItemOfRssIsAnArticle) {
  const ReadOutcome outcome = read_any("news.xml", kRss);
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(2));
  const Article& first = outcome.pages[0].declared;
  EXPECT_EQ(first.title, "Ferry & dock");
  EXPECT_EQ(first.url, "https://tribune.example.org/1");
  EXPECT_EQ(first.author, "Ann Lee; Bo Li");
  EXPECT_EQ(first.publisher, "Harbour Tribune");
  EXPECT_EQ(first.language, "en");
  ASSERT_TRUE(first.published);
  EXPECT_EQ(first.published->instant, 1726122600);
  EXPECT_EQ(first.published->from, "feed");
  EXPECT_EQ(outcome.pages[0].text, "It sailed at six.\n\nNobody waved.");
  EXPECT_EQ(outcome.pages[0].record, "1");
  EXPECT_EQ(outcome.pages[1].text, "Only a text, R&D.");
  EXPECT_EQ(outcome.pages[1].declared.author, "Cy Poe");
  EXPECT_EQ(outcome.pages[1].declared.url, "https://tribune.example.org/2");
  ASSERT_THAT(outcome.failures, SizeIs(1)) << "an item of no text and no title";
  EXPECT_EQ(outcome.failures[0].first, "3");
}

TEST(Feed, ReadsAtomWithTextHtmlAndXhtml) {
  const ReadOutcome outcome =
      read_any("feed", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title type="text">Fähre heute</title>
<entry><title type="text">a &lt; b</title><link rel="self" href="https://x.example/self"/>
<link href="https://x.example/1"/><published>2024-09-12T06:30:00Z</published>
<updated>2024-10-01T00:00:00Z</updated><author><name>Ann Lee</name><email>a@x.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sie fuhr <b>um</b> <i>sechs</i>.</p>
<p>Niemand winkte.</p></div></content></entry>
<entry><title type="html">&lt;b&gt;Zwei&lt;/b&gt;</title><summary>Kurz.</summary></entry></feed>)");
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(2));
  const Article& first = outcome.pages[0].declared;
  EXPECT_EQ(first.title, "a < b");
  EXPECT_EQ(first.url, "https://x.example/1");
  EXPECT_EQ(first.author, "Ann Lee");
  EXPECT_EQ(first.language, "de");
  EXPECT_EQ(first.publisher, "Fähre heute");
  EXPECT_EQ(first.published->instant, 1726122600);
  EXPECT_EQ(outcome.pages[0].text, "Sie fuhr um sechs.\n\nNiemand winkte.");
  EXPECT_EQ(outcome.pages[1].declared.title, "Zwei");
  EXPECT_EQ(outcome.pages[1].text, "Kurz.");
}

TEST(Feed, ReadsRdfWhoseItemsStandBesideTheChannel) {
  const ReadOutcome outcome =
      read_any("a.rdf", R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Old paper</title></channel>
<item><title>One</title><link>https://o.example/1</link><dc:date>2024-09-12</dc:date></item></rdf:RDF>)");
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].declared.title, "One");
  EXPECT_EQ(outcome.pages[0].declared.publisher, "Old paper");
  EXPECT_EQ(outcome.pages[0].declared.published->precision, DatePrecision::kDay);
}

TEST(Feed, DeclaresItsCharset) {
  const ReadOutcome outcome = read_any(
      "a.rss",
      "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>\xCF\xE0\xF0\xEE\xEC"
      "</title></item></channel></rss>");
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].declared.title, "Паром");
}

TEST(Feed, BrokenXmlSaysWhere) {
  const ReadOutcome outcome = read_any("a.rss", "<rss><channel><item><title>One</item>");
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kUnreadable);
  EXPECT_THAT(outcome.result.error().message, HasSubstr("a.rss: broken XML: "));
}

// A billion laughs: ten entities, each ten times the one before.
TEST(Xml, EntitiesThatStandForOthersAreRefused) {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 10; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) {
      bomb += "&a" + std::to_string(i - 1) + ";";
    }
    bomb += "'>";
  }
  bomb += "]><rss><channel><item><title>&a9;</title></item></channel></rss>";
  const ReadOutcome outcome = read_any("a.xml", bomb);
  ASSERT_FALSE(outcome.result);
  EXPECT_THAT(outcome.result.error().message, HasSubstr("refused"));
}

TEST(Xml, EntitiesThatStandForFilesAreRefused) {
  const ReadOutcome outcome =
      read_any("a.xml",
               "<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><rss><channel><item>"
               "<title>&f;</title></item></channel></rss>");
  ASSERT_FALSE(outcome.result);
  EXPECT_THAT(outcome.result.error().message, HasSubstr("refused"));
}

TEST(Xml, HarmlessEntitiesAreNotExpanded) {
  const ReadOutcome outcome =
      read_any("a.xml",
               "<!DOCTYPE rss [<!ENTITY nbsp '&#160;'>]><rss><channel><item><title>One</title>"
               "</item></channel></rss>");
  ASSERT_THAT(outcome.pages, SizeIs(1));
}

TEST(Xml, MoreTagsThanAFileMayHaveAreRefused) {
  std::string tags = "<rss>";
  for (int i = 0; i < 2000001; ++i) {
    tags += "<a/>";
  }
  const ReadOutcome outcome = read_any("a.rss", tags + "</rss>");
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kTooLarge);
}

TEST(Xml, AnyDepthIsReadWithoutHarm) {
  std::string open;
  std::string close;
  for (int i = 0; i < 100000; ++i) {
    open += "<a>";
    close += "</a>";
  }
  const ReadOutcome outcome =
      read_any("a.atom", "<feed><entry><title>One</title><content type='xhtml'>" + open + "deep" +
                             close + "</content></entry></feed>");
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].text, "deep");
}

TEST(Xml, OfNoKindWeReadIsLeftOut) {
  const ReadOutcome outcome = read_any("a.xml", "<?xml version='1.0'?><svg><text>x</text></svg>");
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kNoReader);
}

}  // namespace
}  // namespace lede
