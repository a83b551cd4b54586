// What is asked wrongly gets the status, code and parameter that say what is wrong.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/http/sample_server.h"

namespace lede::test {
namespace {

const Fields kJsonBody{{"Content-Type", "application/json"}};

struct WrongCase {
  HttpQuestion question;
  int status;
  std::string code;
  std::string param;  // empty for none
};

std::string times(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

HttpQuestion get(const std::string& target) { return {"GET", target, {}, ""}; }
HttpQuestion post(const std::string& body) { return {"POST", "/v1/search", kJsonBody, body}; }

std::vector<WrongCase> wrong_cases() {
  return {
      // Parameters
      {get("/v1/search"), 400, "bad_parameter", "q"},
      {get("/v1/search?q=a&q=b"), 400, "bad_parameter", "q"},
      {get("/v1/search?q=a&limit=-1"), 400, "bad_parameter", "limit"},
      {get("/v1/search?q=a&limit=1001"), 400, "bad_parameter", "limit"},
      {get("/v1/search?q=a&limit=99999999999999999999"), 400, "bad_parameter", "limit"},
      {get("/v1/search?q=a&limit="), 400, "bad_parameter", "limit"},
      {get("/v1/search?q=a&offset=10001"), 400, "bad_parameter", "offset"},
      {get("/v1/search?q=a&snippets=21"), 400, "bad_parameter", "snippets"},
      {get("/v1/search?q=a&sort=best"), 400, "bad_parameter", "sort"},
      {get("/v1/search?q=a&match=some"), 400, "bad_parameter", "match"},
      {get("/v1/search?q=a&explain=maybe"), 400, "bad_parameter", "explain"},
      {get("/v1/search?q=a&facet=colour"), 400, "bad_parameter", "facet"},
      {get("/v1/search?q=a&timezone=Mars/Base"), 400, "bad_parameter", "timezone"},
      {get("/v1/search?q=a&after=2024-13"), 400, "bad_parameter", "after"},
      {get("/v1/search?q=a&before=yesterdaze"), 400, "bad_parameter", "before"},
      {get("/v1/search?q=a&cursor=nonsense"), 400, "bad_parameter", "cursor"},
      {get("/v1/search?q=a&timeout_ms=99999999"), 400, "bad_parameter", "timeout_ms"},
      {get("/v1/search?q=a&titel=b"), 400, "unknown_parameter", "titel"},
      {get("/v1/stats?q=a"), 400, "unknown_parameter", "q"},
      {get("/v1/suggest"), 400, "bad_parameter", "q"},
      {get("/v1/suggest?q=a&limit=101"), 400, "bad_parameter", "limit"},
      {get("/v1/parse"), 400, "bad_parameter", "q"},
      {get("/v1/timeline?q=a&interval=week"), 400, "bad_parameter", "interval"},
      {get("/v1/search?" + times("a=b&", 101)), 400, "too_many_parameters", ""},
      // Queries
      {get("/v1/search?q=" + std::string(2049, 'a')), 400, "query_too_long", "q"},
      {get("/v1/search?q=" + times("a+", 65)), 400, "too_many_terms", "q"},
      {get("/v1/search?q=" + times("(", 33) + "a+b" + times(")", 33)), 400, "query_too_deep", "q"},
      {get("/v1/search?q=titel:a&strict=true"), 422, "bad_query", "q"},
      {get("/v1/parse?q=titel:a&strict=true"), 422, "bad_query", "q"},
      // Targets
      {get("/none"), 404, "no_such_path", ""},
      {get("/v2/search?q=a"), 404, "no_such_path", ""},
      {get("/v1/search/more?q=a"), 404, "no_such_path", ""},
      {get("/v1/facets/colour?q=a"), 404, "not_found", ""},
      {get("/v1/documents/none"), 404, "not_found", ""},
      {get("/v1/documents/none/similar"), 404, "not_found", ""},
      {get("/v1/search?q=%zz"), 400, "bad_target", ""},
      {get("/v1/search?q=%f"), 400, "bad_target", ""},
      {get("/v1/documents/%"), 400, "bad_target", ""},
      {get("/v1/search?q=" + std::string(16'400, 'a')), 414, "target_too_long", ""},
      // Methods and bodies
      {{"DELETE", "/v1/search?q=a", {}, ""}, 405, "method_not_allowed", ""},
      {{"POST", "/v1/stats", kJsonBody, "{}"}, 405, "method_not_allowed", ""},
      {{"BREW", "/v1/stats", {}, ""}, 405, "method_not_allowed", ""},
      {{"GET", "/v1/search?q=a", {}, "body"}, 400, "bad_body", ""},
      {{"POST", "/v1/search", {{"Content-Type", "text/plain"}}, "q=a"},
       415,
       "unsupported_media_type",
       ""},
      {{"POST", "/v1/search", {}, "{}"}, 415, "unsupported_media_type", ""},
      {post("{"), 400, "bad_body", ""},
      {post("[1]"), 400, "bad_body", ""},
      {post(R"({"q":{"a":1}})"), 400, "bad_body", "q"},
      {post(R"({"q":"a","limit":1.5})"), 400, "bad_body", "limit"},
      {post(R"({"q":"a","facet":[["publisher"]]})"), 400, "bad_body", "facet"},
      {post(R"({"limit":5})"), 400, "bad_parameter", "q"},
      {post(R"({"q":"a","q":"b"})"), 200, "", ""},  // JSON's own rule: the last counts
      {post(times("[", 60'000)), 400, "bad_body", ""},
      {post("{\"q\":\"" + std::string(66'000, 'a') + "\"}"), 413, "body_too_large", ""},
  };
}

using Errors = SampleServer;

TEST_F(Errors, EachHasItsStatusCodeAndParameter) {
  for (const WrongCase& wrong : wrong_cases()) {
    const HttpAnswer answer = server().ask(wrong.question);
    const std::string what = wrong.question.method + " " + wrong.question.target.substr(0, 80) +
                             " " + wrong.question.body.substr(0, 80) + "\n" + answer.body;
    EXPECT_EQ(answer.status, wrong.status) << what;
    if (wrong.status == 200) {
      continue;
    }
    EXPECT_EQ(answer.field("content-type"), "application/problem+json") << what;
    const nlohmann::json problem = answer.json();
    EXPECT_EQ(problem.value("code", ""), wrong.code) << what;
    EXPECT_EQ(problem.value("param", ""), wrong.param) << what;
    EXPECT_EQ(problem.value("status", 0), wrong.status) << what;
    EXPECT_EQ(problem.value("request_id", "none"), answer.field("x-request-id")) << what;
    EXPECT_EQ(answer.field("cache-control"), "no-store") << what;
  }
}

TEST_F(Errors, AWrongMethodIsToldTheRightOnes) {
  EXPECT_EQ(server().ask({"PUT", "/v1/search", {}, ""}).field("allow"), "GET, HEAD, OPTIONS, POST");
  EXPECT_EQ(server().ask({"PUT", "/v1/stats", {}, ""}).field("allow"), "GET, HEAD, OPTIONS");
}

TEST_F(Errors, TheClientsNameForARequestIsKeptIfItIsPlain) {
  EXPECT_EQ(server().get("/v1/nothing", {{"X-Request-Id", "abc-1.2_3"}}).json()["request_id"],
            "abc-1.2_3");
  EXPECT_NE(server().get("/v1/nothing", {{"X-Request-Id", "a b\"c"}}).json()["request_id"],
            "a b\"c");
}

}  // namespace
}  // namespace lede::test
