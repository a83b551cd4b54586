// What an operator sees: figures, the log, the description of the API, feeds.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <thread>

#include "tests/http/lede_server.h"
#include "tests/http/sample_server.h"

namespace lede::test {
namespace {

using nlohmann::json;

class Operation : public SampleServer {
 protected:
  // The value of a metric, by its name with labels as it is written.
  static double metric(const LedeServer& server, const std::string& name) {
    std::istringstream lines(server.get("/metrics").body);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with(name + " ")) {
        return std::stod(line.substr(name.size() + 1));
      }
    }
    return -1;
  }

  TempDir folder_;
};

TEST_F(Operation, FiguresCountWhatWasAsked) {
  const LedeServer server(database());
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(server.get("/v1/search?q=harbour").status, 200);
  }
  EXPECT_EQ(server.get("/v1/search?q=xylophone").status, 200);
  EXPECT_EQ(server.get("/v1/search").status, 400);
  EXPECT_EQ(metric(server, R"(lede_search_requests_total{endpoint="/v1/search",status="200"})"), 4);
  EXPECT_EQ(metric(server, R"(lede_search_requests_total{endpoint="/v1/search",status="400"})"), 1);
  EXPECT_EQ(metric(server, "lede_cache_hits_total"), 2);
  EXPECT_EQ(metric(server, "lede_cache_misses_total"), 2);
  EXPECT_EQ(metric(server, "lede_zero_results_total"), 1);
  EXPECT_EQ(metric(server, R"(lede_search_duration_seconds_count{endpoint="/v1/search"})"), 2);
  EXPECT_EQ(metric(server, "lede_index_documents"), 4);
  EXPECT_EQ(metric(server, "lede_search_inflight"), 0);
  EXPECT_EQ(metric(server, "lede_queue_depth"), 0);
  EXPECT_EQ(metric(server, "lede_reload_total"), 1);
  EXPECT_GE(metric(server, "lede_index_age_seconds"), 0);
  EXPECT_GE(metric(server, "lede_connections"), 1);
}

TEST_F(Operation, ACacheOfNothingKeepsNothing) {
  const LedeServer server(database(), {"--cache", "0"});
  EXPECT_EQ(server.get("/v1/search?q=harbour").status, 200);
  EXPECT_EQ(server.get("/v1/search?q=harbour").status, 200);
  EXPECT_EQ(metric(server, "lede_cache_hits_total"), 0);
}

std::vector<json> lines_of_log(const std::filesystem::path& file) {
  std::vector<json> lines;
  std::istringstream text(read_file(file));
  for (std::string line; std::getline(text, line);) {
    lines.push_back(json::parse(line));
  }
  return lines;
}

TEST_F(Operation, EachRequestIsALineOfTheLog) {
  const auto file = folder_.path() / "access.jsonl";
  const auto moved = folder_.path() / "access.1.jsonl";
  const auto keys = folder_.write("keys", "newsroom correct-horse-battery-staple\n");
  LedeServer server(database(), {"--access-log", file, "--api-key-file", keys});
  const Fields key{{"Authorization", "Bearer correct-horse-battery-staple"},
                   {"X-Request-Id", "first"}};
  EXPECT_EQ(server.get("/v1/search?q=\"quoted\"\xff", key).status, 200);
  EXPECT_EQ(server.get("/v1/search?q=a").status, 401);
  std::filesystem::rename(file, moved);  // as logrotate does
  server.program().send(SIGHUP);
  for (int i = 0; i < 250 && !std::filesystem::exists(file); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(server.get("/healthz").status, 200);
  server.program().send(SIGTERM);
  EXPECT_EQ(server.program().wait(), 0);
  const auto before = lines_of_log(moved);
  ASSERT_EQ(before.size(), 2U);
  EXPECT_EQ(before[0]["id"], "first");
  EXPECT_EQ(before[0]["key"], "newsroom");
  EXPECT_EQ(before[0]["client"], "127.0.0.1");
  EXPECT_EQ(before[0]["status"], 200);
  EXPECT_GT(before[0]["search_ms"], 0);
  EXPECT_EQ(before[1]["status"], 401);
  const auto after = lines_of_log(file);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0]["target"], "/healthz");
}

TEST_F(Operation, ItDescribesItself) {
  const HttpAnswer answer = server().get("/openapi.json");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.json()["openapi"], "3.1.0");
  EXPECT_EQ(answer.body,
            read_file(std::filesystem::path(LEDE_SOURCE_DIR) / "searcher/serve/openapi.json"));
}

TEST_F(Operation, OpenSearchNamesTheServerAsTheClientDoes) {
  const HttpAnswer answer = server().get("/opensearch.xml", {{"Host", "localhost:7700"}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.field("content-type"), "application/opensearchdescription+xml");
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(answer.body.c_str()));
  EXPECT_STREQ(document.child("OpenSearchDescription").child("Url").attribute("template").value(),
               "http://localhost:7700/?q={searchTerms}");
}

TEST_F(Operation, AFeedHasTheNewestArticlesFirst) {
  const HttpAnswer answer = server().get("/v1/feed?q=harbour&limit=2");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.field("content-type"), "application/atom+xml; charset=utf-8");
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(answer.body.c_str())) << answer.body;
  const pugi::xml_node feed = document.child("feed");
  EXPECT_STREQ(feed.child_value("updated"), "2024-07-01T00:00:00Z");
  const pugi::xml_node first = feed.child("entry");
  EXPECT_STREQ(first.child_value("title"), "Ferry back in service");
  const pugi::xml_node second = first.next_sibling("entry");
  EXPECT_STREQ(second.child("link").attribute("href").value(),
               "https://ledger.example/rebuild?a=1&b=2");
  EXPECT_FALSE(second.next_sibling("entry"));
}

TEST_F(Operation, AFeedOfHostileTextIsStillAFeed) {
  const HttpAnswer answer = server().get("/v1/feed?q=zebra");
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(answer.body.c_str())) << answer.body;
  const pugi::xml_node entry = document.child("feed").child("entry");
  EXPECT_STREQ(entry.child_value("title"), "<script>alert(1)</script> crossing");
  EXPECT_THAT(entry.child_value("summary"), testing::HasSubstr("</text><img src=x"));
  EXPECT_EQ(answer.body.find('\x1b'), std::string::npos);
  EXPECT_THAT(entry.child("link").attribute("href").value(), testing::HasSubstr("/v1/documents/"));
}

TEST_F(Operation, FeedsComeAsJsonToo) {
  const HttpAnswer answer = server().get("/v1/feed?q=harbour&format=json");
  EXPECT_EQ(answer.field("content-type"), "application/feed+json");
  const json feed = answer.json();
  EXPECT_EQ(feed["version"], "https://jsonfeed.org/version/1.1");
  ASSERT_EQ(feed["items"].size(), 3U);
  EXPECT_EQ(feed["items"][1]["url"], "https://ledger.example/rebuild?a=1&b=2");
  EXPECT_EQ(feed["items"][0]["date_published"], "2024-07-01T00:00:00Z");
}

}  // namespace
}  // namespace lede::test
