// WARC: pages and texts out of what a crawler fetched.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/packing.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::compressed;
using test::Filter;
using test::read_any;
using test::ReadOutcome;
using testing::HasSubstr;
using testing::SizeIs;

std::string record(const std::string& type, const std::string& content_type,
                   const std::string& block, const std::string& url = "https://x.example/1") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2024-09-12T08:30:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& headers, const std::string& body,
                     const std::string& status = "200 OK") {
  return record("response", "application/http; msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body);
}

const std::string kPage =
    "<html><head><title>Ferry sails</title></head><body><p>It sailed at six.</p></body></html>";
const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

std::string in_chunks(const std::string& body) {
  return "5\r\n" + body.substr(0, 5) + "\r\n" +
         [&] {
           char size[16];
           snprintf(size, sizeof size, "%zx", body.size() - 5);
           return std::string(size);
         }() +
         ";ext=1\r\n" + body.substr(5) + "\r\n0\r\n\r\n";
}

TEST(Warc, PagesAndTextsAreArticlesWithTheirAddress) {
  const std::string file =
      record("warcinfo", "application/warc-fields", "software: test\r\n") +
      record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      response(kHtml, kPage) + response("Content-Type: text/plain\r\n", "A text.\n\nIt goes on.") +
      response("Content-Type: image/png\r\n", "\x89PNG") + response(kHtml, kPage, "404 Not Found") +
      response("Location: /2\r\n", "", "301 Moved") +
      record("resource", "text/html", kPage, "https://x.example/resource");
  for (const std::string& bytes : {file, compressed(file, Filter::kGzip)}) {
    const ReadOutcome outcome = read_any("a.warc", bytes);
    ASSERT_TRUE(outcome.result) << outcome.result.error().message;
    ASSERT_THAT(outcome.pages, SizeIs(3));
    EXPECT_EQ(outcome.pages[0].declared.title, "Ferry sails");
    EXPECT_EQ(outcome.pages[0].declared.url, "https://x.example/1");
    EXPECT_EQ(outcome.pages[0].record, "3");
    EXPECT_THAT(outcome.pages[0].text, HasSubstr("It sailed at six."));
    EXPECT_EQ(outcome.pages[1].record, "4");
    EXPECT_TRUE(outcome.pages[1].scraped);
    EXPECT_EQ(outcome.pages[2].declared.url, "https://x.example/resource");
    ASSERT_THAT(outcome.failures, SizeIs(1));
    EXPECT_EQ(outcome.failures[0].second.code, ErrorCode::kNoReader);
    EXPECT_THAT(outcome.failures[0].second.message, HasSubstr("image/png"));
  }
}

TEST(Warc, PagesWithoutATextAreLeftOutAndNoFailure) {
  const ReadOutcome outcome =
      read_any("a.warc", response(kHtml, "") + response(kHtml, "<img src=x>") +
                             record("conversion", "text/plain", "A text.\n"));
  ASSERT_TRUE(outcome.result);
  EXPECT_THAT(outcome.pages, SizeIs(1));
  ASSERT_THAT(outcome.failures, SizeIs(2));
  for (const auto& [name, error] : outcome.failures) {
    EXPECT_EQ(error.code, ErrorCode::kNoReader) << name;
  }
}

TEST(Warc, AnAddressThatIsNoTextIsMadeOne) {
  const ReadOutcome outcome =
      read_any("a.warc", record("resource", "text/plain", "A text.\n", "https://x.example/\xFF"));
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].declared.url, "https://x.example/\xC3\xBF");
}

TEST(Warc, ManyGzipMembersAreOneFile) {
  const ReadOutcome outcome =
      read_any("a.warc", compressed(response(kHtml, kPage), Filter::kGzip) +
                             compressed(response(kHtml, kPage), Filter::kGzip));
  ASSERT_TRUE(outcome.result) << outcome.result.error().message;
  EXPECT_THAT(outcome.pages, SizeIs(2));
}

TEST(Warc, BodiesAreUnchunkedAndUnpacked) {
  const std::string packed = compressed(kPage, Filter::kGzip);
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const std::string gzip = "Content-Encoding: gzip\r\n";
  for (const std::string& file :
       {response(kHtml + chunked, in_chunks(kPage)), response(kHtml + gzip, packed),
        response(kHtml + gzip + chunked, in_chunks(packed)), response(kHtml + chunked, kPage),
        response(kHtml + gzip, kPage)}) {
    const ReadOutcome outcome = read_any("a.warc", file);
    ASSERT_THAT(outcome.pages, SizeIs(1)) << file.substr(200, 200);
    EXPECT_THAT(outcome.pages[0].text, HasSubstr("It sailed at six."));
  }
}

TEST(Warc, AChunkThatLiesAboutItsSizeIsHarmless) {
  const ReadOutcome outcome = read_any(
      "a.warc", response(kHtml + "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n" + kPage));
  EXPECT_THAT(outcome.pages, SizeIs(1));
}

TEST(Warc, TheCharsetOfTheHeaderCounts) {
  const ReadOutcome outcome = read_any(
      "a.warc", response("Content-Type: text/html; charset=\"windows-1251\"\r\n",
                         "<title>\xCF\xE0\xF0\xEE\xEC</title><p>\xCF\xE0\xF0\xEE\xEC</p>"));
  ASSERT_THAT(outcome.pages, SizeIs(1));
  EXPECT_EQ(outcome.pages[0].declared.title, "Паром");
}

TEST(Warc, WhatIsTooLargeOrCutOffFailsAndTheRestIsRead) {
  InputLimits limits;
  limits.max_file_bytes = 1000;
  const std::string cut = response(kHtml, kPage);
  const ReadOutcome outcome = read_any("a.warc",
                                       response(kHtml, std::string(5000, 'x')) +
                                           response(kHtml, kPage) + cut.substr(0, cut.size() - 30),
                                       limits);
  EXPECT_TRUE(outcome.result);
  EXPECT_THAT(outcome.pages, SizeIs(1));
  ASSERT_THAT(outcome.failures, SizeIs(2));
  EXPECT_EQ(outcome.failures[0].second.code, ErrorCode::kTooLarge);
  EXPECT_THAT(outcome.failures[1].second.message, HasSubstr("a.warc: record 3: cut off"));
}

TEST(Warc, DamageSaysBehindWhichRecord) {
  const ReadOutcome outcome = read_any("a.warc", response(kHtml, kPage) + "garbage\r\n");
  EXPECT_THAT(outcome.pages, SizeIs(1));
  ASSERT_FALSE(outcome.result);
  EXPECT_THAT(outcome.result.error().message, HasSubstr("damaged after record 1"));
  const ReadOutcome unsaid = read_any("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n");
  EXPECT_FALSE(unsaid.result);
}

}  // namespace
}  // namespace lede
