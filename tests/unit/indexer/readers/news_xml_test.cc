// NITF and NewsML-G2: what agencies exchange.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_any;
using test::ReadOutcome;
using testing::SizeIs;

TEST(Nitf, GivesOneArticleWithItsFields) {
  const ReadOutcome outcome = read_any("a.xml", R"(<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf><head><title>Ferry, short</title><docdata><date.issue norm="20240912T083000Z"/>
<doc.copyright holder="Someone Else"/></docdata><pubdata name="Harbour Tribune"
 ex-ref="https://tribune.example.org/1" date.publication="20240913T000000"/></head>
<body><body.head><hedline><hl1>Ferry <em>sails</em></hl1></hedline><byline>By ANN LEE</byline>
<dateline><location>Port Calder</location></dateline></body.head>
<body.content><block class="lead_paragraph"><p>It sailed at six.</p></block>
<block class="full_text"><p>It sailed at six.</p><p>Nobody waved.</p></block></body.content></body></nitf>)");
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(1));
  const Article& article = outcome.pages[0].declared;
  EXPECT_EQ(article.title, "Ferry sails");
  EXPECT_EQ(article.author, "ANN LEE");
  EXPECT_EQ(article.place, "Port Calder");
  EXPECT_EQ(article.publisher, "Harbour Tribune");
  EXPECT_EQ(article.url, "https://tribune.example.org/1");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->instant, 1726129800);
  EXPECT_EQ(article.published->from, "nitf");
  EXPECT_EQ(outcome.pages[0].text, "It sailed at six.\n\nNobody waved.");
}

TEST(Nitf, WithoutTextOrTitleFails) {
  const ReadOutcome outcome = read_any("a.nitf", "<nitf><head/><body/></nitf>");
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kUnreadable);
}

const std::string kItem = R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"
 guid="urn:newsml:example.org:20240912:1" xml:lang="en">
<rightsInfo><copyrightHolder><name>Meridian Holding</name></copyrightHolder></rightsInfo>
<itemMeta><provider literal="mna"><name>Meridian News Agency</name></provider>
<versionCreated>2024-09-12T10:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2024-09-12T08:30:00Z</contentCreated>
<located><name>Port Calder</name></located><creator><name>Ann Lee</name></creator>
<creditline>MNA</creditline><headline>Ferry sails</headline><language tag="en-GB"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>Not this</title></head><body><p>It sailed at six.</p><p>Nobody waved.</p></body></html>
</inlineXML></contentSet></newsItem>)";

TEST(Newsml, GivesAnItemWithItsFields) {
  const ReadOutcome outcome = read_any("a.xml", kItem);
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  ASSERT_THAT(outcome.pages, SizeIs(1));
  const Article& article = outcome.pages[0].declared;
  EXPECT_EQ(article.id, "urn:newsml:example.org:20240912:1");
  EXPECT_EQ(article.title, "Ferry sails");
  EXPECT_EQ(article.author, "Ann Lee");
  EXPECT_EQ(article.place, "Port Calder");
  EXPECT_EQ(article.publisher, "Meridian News Agency");
  EXPECT_EQ(article.agency, "MNA");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.published->instant, 1726129800);
  EXPECT_EQ(outcome.pages[0].text, "It sailed at six.\n\nNobody waved.");
}

TEST(Newsml, GivesEachItemOfAMessage) {
  const ReadOutcome outcome = read_any(
      "a.xml", "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>" + kItem +
                   "<packageItem guid='x'/><newsItem guid='empty'/>"
                   "<newsItem guid='two'><contentMeta><headline>Two</headline></contentMeta>"
                   "<contentSet><inlineData contenttype='text/plain'>Plain text.</inlineData>"
                   "</contentSet></newsItem></itemSet></newsMessage>");
  ASSERT_TRUE(outcome.result);
  ASSERT_THAT(outcome.pages, SizeIs(2));
  EXPECT_EQ(outcome.pages[0].record, "1");
  EXPECT_EQ(outcome.pages[1].record, "3");
  EXPECT_EQ(outcome.pages[1].text, "Plain text.");
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_EQ(outcome.failures[0].first, "2");
}

}  // namespace
}  // namespace lede
