// HTTP itself: bytes that are no request, requests one after another, HEAD, caching, compression.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/http/sample_server.h"

namespace lede::test {
namespace {

using Protocol = SampleServer;

struct RawCase {
  std::string bytes;
  int status;  // 0: closed without an answer
};

std::vector<RawCase> raw_cases() {
  const std::string get = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";
  const std::string post = "POST /v1/search HTTP/1.1\r\nHost: localhost\r\n";
  return {
      {get + "\r\n", 200},
      {"GET /healthz HTTP/1.0\r\n\r\n", 200},
      {"\r\n" + get + "\r\n", 400},
      {"nonsense\r\n\r\n", 400},
      {std::string("\x16\x03\x01\x02\x00\x01\x00\x01", 8) + "\r\n\r\n", 400},  // TLS
      {"GET /healthz HTTP/2.7\r\n\r\n", 400},
      {"GET  /healthz HTTP/1.1\r\n\r\n", 400},
      {"GET /heal\x01thz HTTP/1.1\r\n\r\n", 400},
      {get + "Broken\r\n\r\n", 400},
      {get + "Content-Length: -1\r\n\r\n", 400},
      {get + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
      {get + "X-Long: " + std::string(40'000, 'a') + "\r\n\r\n", 431},
      {"GET /" + std::string(40'000, 'a') + " HTTP/1.1\r\n\r\n", 431},
      {post + "Content-Length: 70000\r\n\r\n", 413},
      {post + "Content-Length: 99999999999999999999999\r\n\r\n", 400},
      // Two lengths are how one request is hidden in another.
      {post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400},
      {"GET /healthz HTTP/1.1\r\n\r\n", 400},  // no Host
      {get + "Host: other\r\n\r\n", 400},      // two of them
  };
}

TEST_F(Protocol, WhatIsNoRequestIsRefusedAndTheServerGoesOn) {
  for (const RawCase& raw : raw_cases()) {
    HttpConnection connection(server().port());
    connection.send(raw.bytes);
    EXPECT_EQ(connection.receive().status, raw.status) << raw.bytes.substr(0, 120);
  }
  EXPECT_EQ(server().get("/healthz").status, 200);
}

TEST_F(Protocol, ARefusedConnectionIsClosed) {
  HttpConnection connection(server().port());
  connection.send("nonsense\r\n\r\n");
  EXPECT_EQ(connection.receive().field("connection"), "close");
  EXPECT_TRUE(connection.is_closed_within(10));
}

TEST_F(Protocol, EachAnswerSaysWhenItWasGiven) {
  EXPECT_THAT(server().get("/healthz").field("date"),
              testing::MatchesRegex("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} "
                                    "[0-9]{2}:[0-9]{2}:[0-9]{2} GMT"));
}

TEST_F(Protocol, AConnectionCarriesManyRequests) {
  HttpConnection connection(server().port());
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(connection.ask({"GET", "/v1/search?q=harbour", {}, ""}).status, 200);
    EXPECT_EQ(connection.ask({"GET", "/v1/none", {}, ""}).status, 404);
  }
}

TEST_F(Protocol, RequestsSentTogetherAreAnsweredInOrder) {
  HttpConnection connection(server().port());
  const std::string host = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  connection.send("GET /v1/search?q=ferry" + host + "GET /healthz" + host + "GET /none" + host);
  EXPECT_EQ(connection.receive().json()["query"], "ferry");
  EXPECT_EQ(connection.receive().json()["status"], "ok");
  EXPECT_EQ(connection.receive().status, 404);
}

TEST_F(Protocol, AClientThatWaitsToSendItsBodyIsToldToGoOn) {
  HttpConnection connection(server().port());
  connection.send(
      "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      "Content-Length: 13\r\nExpect: 100-continue\r\n\r\n");
  connection.send("{\"q\":\"ferry\"}");
  EXPECT_EQ(connection.receive().json()["query"], "ferry");
}

TEST_F(Protocol, ChunkedBodiesAreRead) {
  HttpConnection connection(server().port());
  connection.send(
      "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"q\":\r\n8\r\n\"ferry\"}\r\n0\r\n\r\n");
  EXPECT_EQ(connection.receive().json()["query"], "ferry");
}

TEST_F(Protocol, HeadIsGetWithoutABody) {
  HttpConnection connection(server().port());
  const HttpAnswer head = connection.ask({"HEAD", "/v1/search?q=ferry", {}, ""});
  const HttpAnswer get = connection.ask({"GET", "/v1/search?q=ferry", {}, ""});
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.body.empty());
  EXPECT_EQ(head.field("content-length"), std::to_string(get.body.size()));
  EXPECT_EQ(head.field("etag"), get.field("etag"));
}

TEST_F(Protocol, AnAnswerIsNotSentAgainToWhoHasIt) {
  const HttpAnswer first = server().get("/v1/search?q=council");
  const std::string tag = first.field("etag");
  ASSERT_FALSE(tag.empty());
  const HttpAnswer again = server().get("/v1/search?q=council", {{"If-None-Match", tag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(again.field("etag"), tag);
  // The same question in other words.
  EXPECT_EQ(server().get("/v1/search?limit=10&q=%63ouncil", {{"If-None-Match", tag}}).status, 304);
  EXPECT_EQ(server().get("/v1/search?q=council&limit=9", {{"If-None-Match", tag}}).status, 200);
  EXPECT_EQ(server().get("/v1/search?q=council", {{"If-None-Match", "W/\"other\""}}).status, 200);
}

TEST_F(Protocol, ASecondAnswerComesFromTheCache) {
  const std::string target = "/v1/search?q=sheds+boat";
  const HttpAnswer first = server().get(target);
  const HttpAnswer second = server().get(target);
  EXPECT_THAT(first.field("server-timing"), testing::HasSubstr("search;dur="));
  EXPECT_THAT(second.field("server-timing"), testing::HasSubstr("cache;desc=hit"));
  EXPECT_EQ(first.body, second.body);
}

TEST_F(Protocol, LongAnswersAreCompressedForThoseWhoAskForIt) {
  const std::string target = "/v1/search?q=harbour&facet=publisher,year,author";
  const HttpAnswer plain = server().get(target);
  const HttpAnswer packed = server().get(target, {{"Accept-Encoding", "br, gzip"}});
  EXPECT_EQ(plain.field("content-encoding"), "");
  EXPECT_EQ(packed.field("content-encoding"), "gzip");
  EXPECT_LT(packed.body.size(), plain.body.size());
  EXPECT_THAT(packed.body, testing::StartsWith("\x1f\x8b"));
  EXPECT_EQ(packed.field("vary"), "Accept-Encoding");
  const HttpAnswer refused = server().get(target, {{"Accept-Encoding", "gzip;q=0"}});
  EXPECT_EQ(refused.field("content-encoding"), "");
}

TEST_F(Protocol, PagesOfOtherOriginsMayNotReadUnlessNamed) {
  const Fields from{{"Origin", "https://news.example"}};
  EXPECT_EQ(server().get("/v1/stats", from).field("access-control-allow-origin"), "");
  const HttpAnswer asked =
      server().ask({"OPTIONS",
                    "/v1/search",
                    {{"Origin", "https://news.example"}, {"Access-Control-Request-Method", "POST"}},
                    ""});
  EXPECT_EQ(asked.status, 204);
  EXPECT_EQ(asked.field("access-control-allow-methods"), "");
}

}  // namespace
}  // namespace lede::test
