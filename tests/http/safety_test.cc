// Who is answered, and who is not.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>

#include "tests/http/lede_server.h"
#include "tests/http/sample_server.h"
#include "tests/support/run_program.h"

namespace lede::test {
namespace {

constexpr std::string_view kKey = "correct-horse-battery-staple";

class Safety : public SampleServer {
 protected:
  static ProgramResult serve(const std::vector<std::string>& options) {
    std::vector<std::string> arguments{LEDE_SEARCHER, "serve", "--db", database()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    ProgramOptions program;
    program.timeout_seconds = 20;
    return run_program(arguments, program);
  }

  static Fields bearer(std::string_view key) {
    return {{"Authorization", "Bearer " + std::string(key)}};
  }

  TempDir folder_;
};

TEST_F(Safety, KeysAreAskedForWhereThereAreSome) {
  const auto file = folder_.write("keys", "# who may ask\nnewsroom " + std::string(kKey) + "\n");
  const LedeServer server(database(), {"--api-key-file", file});
  const HttpAnswer without = server.get("/v1/search?q=ferry");
  EXPECT_EQ(without.status, 401);
  EXPECT_EQ(without.json()["code"], "key_needed");
  EXPECT_EQ(without.field("www-authenticate"), "Bearer");
  EXPECT_EQ(server.get("/v1/search?q=ferry", bearer(kKey)).status, 200);
  EXPECT_EQ(
      server.get("/v1/search?q=ferry", {{"Authorization", "bearer " + std::string(kKey)}}).status,
      200);
  const std::string key(kKey);
  for (const std::string& wrong :
       {key + "x", key.substr(1), std::string(key.size(), 'x'), std::string(), key + key}) {
    EXPECT_EQ(server.get("/v1/search?q=ferry", bearer(wrong)).status, 401) << wrong;
  }
  EXPECT_EQ(server.get("/v1/search?q=ferry", {{"Authorization", "Basic " + key}}).status, 401);
  EXPECT_EQ(server.get("/metrics").status, 401);
  EXPECT_EQ(server.get("/v1/none").status, 401);  // what there is, is nobody's business
  EXPECT_EQ(server.get("/healthz").status, 200);
  EXPECT_EQ(server.get("/readyz").status, 200);
}

TEST_F(Safety, KeysAreReadAgainOnASignal) {
  const auto file = folder_.write("keys", std::string(kKey) + "\n");
  LedeServer server(database(), {"--api-key-file", file});
  folder_.write("keys", "another-key-of-some-length\n");
  server.program().send(SIGHUP);
  int status = 0;
  for (int i = 0; i < 250 && status != 200; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    status = server.get("/v1/stats", bearer("another-key-of-some-length")).status;
  }
  EXPECT_EQ(status, 200);
  EXPECT_EQ(server.get("/v1/stats", bearer(kKey)).status, 401);
}

TEST_F(Safety, ABadFileOfKeysIsRefused) {
  for (const char* keys : {"", "# none\n", "short\n"}) {
    const auto file = folder_.write("keys", keys);
    EXPECT_EQ(serve({"--listen", "127.0.0.1:0", "--api-key-file", file}).exit_code, 2) << keys;
  }
  EXPECT_EQ(serve({"--listen", "127.0.0.1:0", "--api-key-file", "/nowhere/keys"}).exit_code, 2);
}

TEST_F(Safety, APublicAddressIsRefusedWithoutKeys) {
  const auto refused = serve({"--listen", "0.0.0.0:0"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, testing::HasSubstr("--api-key-file"));
  EXPECT_EQ(serve({"--listen", "[::]:0"}).exit_code, 2);
  // LedeServer waits until it listens.
  const auto file = folder_.write("keys", std::string(kKey) + "\n");
  const LedeServer keyed(database(), {"--listen", "0.0.0.0:0", "--api-key-file", file});
  const LedeServer open(database(), {"--listen", "0.0.0.0:0", "--public"});
  EXPECT_EQ(open.get("/v1/stats", {{"Host", "news.example"}}).status, 200);
}

// A page on the web can lead its own name to 127.0.0.1, and its scripts would then be of one origin
// with this server.
TEST_F(Safety, StrangeNamesAreRefused) {
  for (const char* good : {"localhost", "LOCALHOST:7700", "127.0.0.1:1", "[::1]:80", "10.0.0.7"}) {
    EXPECT_EQ(server().get("/v1/stats", {{"Host", good}}).status, 200) << good;
  }
  for (const char* bad :
       {"news.example", "localhost.news.example:7700", "127.0.0.1.news.example"}) {
    const HttpAnswer answer = server().get("/v1/stats", {{"Host", bad}});
    EXPECT_EQ(answer.status, 421) << bad;
    EXPECT_EQ(answer.json()["code"], "wrong_host") << bad;
  }
  const LedeServer named(database(), {"--host", "news.example"});
  EXPECT_EQ(named.get("/v1/stats", {{"Host", "News.Example:443"}}).status, 200);
}

TEST_F(Safety, NamedOriginsMayRead) {
  const LedeServer server(database(), {"--cors-origin", "https://news.example"});
  const Fields named{{"Origin", "https://news.example"}};
  const Fields other{{"Origin", "https://other.example"}};
  EXPECT_EQ(server.get("/v1/stats", named).field("access-control-allow-origin"),
            "https://news.example");
  EXPECT_THAT(server.get("/v1/stats", named).field("vary"), testing::HasSubstr("Origin"));
  EXPECT_EQ(server.get("/v1/stats", other).field("access-control-allow-origin"), "");
  Fields asked = named;
  asked.emplace_back("Access-Control-Request-Method", "POST");
  const HttpAnswer preflight = server.ask({"OPTIONS", "/v1/search", asked, ""});
  EXPECT_EQ(preflight.status, 204);
  EXPECT_THAT(preflight.field("access-control-allow-methods"), testing::HasSubstr("POST"));
  EXPECT_THAT(preflight.field("access-control-allow-headers"), testing::HasSubstr("Authorization"));
}

}  // namespace
}  // namespace lede::test
