// A session, line by line. There is no database: what asks it is told so.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <latch>
#include <thread>

#include "searcher/mcp/stdio_server.h"

namespace lede::mcp {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SessionTest : public testing::Test {
 protected:
  // What is sent back, after all that was asked so far is answered.
  std::vector<std::string> sent(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      session_.receive(line);
    }
    while (!session_.idle()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return std::move(sent_);
  }

  // A result, or the code of an error.
  std::string told(const std::string& line) {
    const auto lines = sent({line});
    if (lines.size() != 1) {
      return std::to_string(lines.size()) + " lines";
    }
    const auto json = OrderedJson::parse(lines.front());
    return json.contains("result") ? written(json["result"])
                                   : std::to_string(json["error"]["code"].get<int>());
  }

  std::string told(const std::string& method, const std::string& params) {
    return told(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + "}");
  }

  void initialize() {
    EXPECT_THAT(told("initialize", R"({"protocolVersion":"2025-06-18"})"), HasSubstr("lede"));
  }

  // Keeps the search thread busy until the latch is at zero.
  void hold(std::latch& latch) {
    EXPECT_TRUE(pool_.submit([&latch](serve::CurrentSearcher&) { latch.wait(); }));
  }

  serve::IndexState state_{{"/nonexistent"}};
  std::vector<std::string> sent_;
  serve::SearchPool pool_{state_, 1, 8};
  Session session_{assistant_limits(), pool_,
                   [this](std::string_view line) { sent_.emplace_back(line); }};

  void TearDown() override { pool_.stop(); }
};

std::string call(const std::string& id) {
  return R"({"jsonrpc":"2.0","id":)" + id +
         R"(,"method":"tools/call","params":{"name":"archive"}})";
}

std::string cancelled(const std::string& id) {
  return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" + id +
         "}}";
}

TEST_F(SessionTest, AgreesOnAVersion) {
  struct Case {
    const char* asked;
    const char* agreed;
  };
  for (const auto& [asked, agreed] :
       {Case{"2025-06-18", "2025-06-18"}, Case{"2024-11-05", "2024-11-05"},
        Case{"2025-11-25", "2025-06-18"}, Case{"1.0", "2025-06-18"}}) {
    Session session(assistant_limits(), pool_,
                    [this](std::string_view line) { sent_.emplace_back(line); });
    session.receive(
        R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":")" +
        std::string(asked) + R"("}})");
    EXPECT_EQ(OrderedJson::parse(sent_.back())["result"]["protocolVersion"], agreed) << asked;
  }
}

TEST_F(SessionTest, BeginsWithInitialize) {
  EXPECT_EQ(told("ping", "{}"), "{}");
  EXPECT_EQ(told("tools/list", "{}"), "-32600");
  EXPECT_EQ(told("initialize", "{}"), "-32602");
  EXPECT_EQ(told("initialize", R"({"protocolVersion":1})"), "-32602");
  initialize();
  EXPECT_EQ(told("initialize", R"({"protocolVersion":"2025-06-18"})"), "-32600");
  EXPECT_THAT(told("tools/list", "{}"), HasSubstr("get_article"));
}

TEST_F(SessionTest, BadRequestsHaveTheirErrorCodes) {
  initialize();
  struct Case {
    const char* method;
    const char* params;
    const char* code;
  };
  const Case cases[] = {
      {"tools/List", "{}", "-32601"},
      {"prompts/list", "{}", "-32601"},
      {"logging/setLevel", R"({"level":"info"})", "-32601"},
      {"", "{}", "-32601"},
      {"tools/list", R"({"cursor":"x"})", "-32602"},
      {"tools/call", "{}", "-32602"},
      {"tools/call", R"({"name":7})", "-32602"},
      {"tools/call", R"({"name":"story"})", "-32602"},
      {"tools/call", R"({"name":"search"})", "-32602"},
      {"tools/call", R"({"name":"search","arguments":[]})", "-32602"},
      {"tools/call", R"({"name":"search","arguments":{"query":"a","colour":"b"}})", "-32602"},
      {"tools/call", R"({"name":"search","arguments":{"query":{}}})", "-32602"},
      {"tools/call", R"({"name":"get_article","arguments":{"id":"a","start":"b"}})", "-32602"},
      {"resources/list", R"({"cursor":7})", "-32602"},
      {"resources/list", R"({"cursor":""})", "-32602"},
      {"resources/list", R"({"cursor":"99.x"})", "-32602"},
      {"resources/templates/list", R"({"cursor":"x"})", "-32602"},
      {"resources/read", "{}", "-32602"},
      {"resources/read", R"({"uri":7})", "-32602"},
      {"resources/read", R"({"uri":"file:///etc/passwd"})", "-32002"},
      {"resources/read", R"({"uri":"lede://article/%zz"})", "-32002"},
      {"resources/subscribe", R"({"uri":"lede://article/a"})", "-32601"},
      {"completion/complete", "{}", "-32602"},
      {"completion/complete", R"({"ref":{"type":"ref/prompt","name":"a"}})", "-32602"},
      {"completion/complete",
       R"({"ref":{"type":"ref/resource","uri":"lede://article/{id}"},"argument":{"name":"x"}})",
       "-32602"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(told(one.method, one.params), one.code) << one.method << one.params;
  }
}

TEST_F(SessionTest, BadValuesAreResultsThatSaySo) {
  initialize();
  const std::pair<const char*, const char*> cases[] = {
      {R"({"query":"a","limit":101})", "bad_parameter: \\\"101\\\" is no number from 0 to 100"},
      {R"({"query":"a","limit":-1})", "argument \\\"limit\\\""},
      {R"({"query":"a","sort":"size"})", "is none of relevance, newest, oldest"},
      {R"({"query":"a","after":"soon"})", "is no date"},
      {R"({"query":"a","facet":["colour"]})", "no field that can be counted"},
      {R"({"query":"a","timezone":"Mars"})", "Mars"},
      {R"({"query":"a"})", "database_missing: there is no database to search; try again in 5 s"},
  };
  for (const auto& [arguments, why] : cases) {
    const std::string result =
        told("tools/call", std::string(R"({"name":"search","arguments":)") + arguments + "}");
    EXPECT_THAT(result, HasSubstr(why));
    EXPECT_THAT(result, HasSubstr(R"("isError":true)"));
  }
}

TEST_F(SessionTest, ResourcesOfNoDatabaseAreAnError) {
  initialize();
  EXPECT_EQ(told("resources/read", R"({"uri":"lede://article/a"})"), "-32603");
  EXPECT_EQ(told("resources/list", "{}"), "-32603");
}

TEST_F(SessionTest, AnswersNoNotification) {
  EXPECT_THAT(sent({R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
                    R"({"jsonrpc":"2.0","method":"notifications/none","params":{"a":1}})",
                    R"({"jsonrpc":"2.0","method":"notifications/cancelled"})", cancelled("{}"),
                    R"({"jsonrpc":"2.0","method":"tools/call","params":{"name":"archive"}})",
                    R"({"jsonrpc":"2.0","id":3,"result":{}})", "", " \t\r"}),
              IsEmpty());
}

TEST_F(SessionTest, DropsACancelledRequestThatWaits) {
  initialize();
  std::latch latch(1);
  hold(latch);
  for (const char* id : {"1", R"("1")", "2", "3"}) {
    session_.receive(call(id));
  }
  session_.receive(cancelled("1"));
  session_.receive(cancelled("3"));
  session_.receive(cancelled("99"));
  session_.receive(R"({"jsonrpc":"2.0","id":4,"method":"ping"})");  // is not kept waiting
  latch.count_down();
  EXPECT_THAT(sent({}), ElementsAre(HasSubstr(R"("id":4)"), HasSubstr(R"("id":"1")"),
                                    HasSubstr(R"("id":2)")));
}

TEST_F(SessionTest, RefusesAnIdThatStillWaits) {
  initialize();
  std::latch latch(1);
  hold(latch);
  session_.receive(call("1"));
  session_.receive(call("1"));
  EXPECT_THAT(sent_, ElementsAre(HasSubstr("-32600")));
  latch.count_down();
  EXPECT_EQ(sent({}).size(), 2U);
  EXPECT_THAT(sent({call("1")}), ElementsAre(HasSubstr("database_missing")));
}

TEST_F(SessionTest, SaysSoWhenTooManyWait) {
  initialize();
  std::latch latch(1);
  hold(latch);
  for (int id = 0; id < 20; ++id) {
    session_.receive(call(std::to_string(id)));
  }
  EXPECT_GE(sent_.size(), 11U);
  EXPECT_THAT(sent_.back(), HasSubstr(R"("id":19,"error":{"code":-32000)"));
  latch.count_down();
  EXPECT_EQ(sent({}).size(), 20U);
}

TEST_F(SessionTest, SaysWhatIsTooLong) {
  session_.refuse_long_line(1000);
  EXPECT_THAT(sent({}), ElementsAre(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,)"
                                    R"("message":"the message is longer than 1000 bytes"}})"));
}

}  // namespace
}  // namespace lede::mcp
