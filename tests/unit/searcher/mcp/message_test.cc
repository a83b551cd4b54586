// Lines that are messages, and the exact error of each that is not.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/message.h"

#include <gtest/gtest.h>

#include <string>

namespace lede::mcp {
namespace {

struct Malformed {
  std::string line;
  int code;
  std::string id;  // as JSON
};

const Malformed kMalformed[] = {
    // no JSON
    {"{", -32700, "null"},
    {"hello", -32700, "null"},
    {R"({"jsonrpc":"2.0","id":1,"method":"ping"}})", -32700, "null"},
    {R"({"jsonrpc":"2.0","id":1,"method":"ping"} {})", -32700, "null"},
    {R"({'jsonrpc':'2.0','id':1,'method':'ping'})", -32700, "null"},
    {R"({"jsonrpc":"2.0","id":1,"method":"\ud800"})", -32700, "null"},
    {std::string("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\0b\"}", 38), -32700, "null"},
    // no UTF-8: a lone byte, a surrogate, a character cut off, one written too long
    {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\"}", -32700, "null"},
    {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xed\xa0\x80\"}", -32700, "null"},
    {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xe2\x82\"}", -32700, "null"},
    {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xc0\xaf\"}", -32700, "null"},
    // JSON, but no message
    {"1", -32600, "null"},
    {"null", -32600, "null"},
    {R"("ping")", -32600, "null"},
    {"{}", -32600, "null"},
    {"[]", -32600, "null"},
    {R"([{"jsonrpc":"2.0","id":1,"method":"ping"}])", -32600, "null"},
    {R"({"id":1,"method":"ping"})", -32600, "1"},
    {R"({"jsonrpc":2.0,"id":1,"method":"ping"})", -32600, "1"},
    {R"({"jsonrpc":"1.0","id":"a","method":"ping"})", -32600, R"("a")"},
    {R"({"jsonrpc":"2.0","id":1})", -32600, "1"},
    {R"({"jsonrpc":"2.0","id":1,"method":null})", -32600, "1"},
    {R"({"jsonrpc":"2.0","id":1,"method":["ping"]})", -32600, "1"},
    {R"({"jsonrpc":"2.0","method":1,"params":"bar"})", -32600, "null"},
    // ids are texts or whole numbers
    {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", -32600, "null"},
    {R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", -32600, "null"},
    {R"({"jsonrpc":"2.0","id":true,"method":"ping"})", -32600, "null"},
    {R"({"jsonrpc":"2.0","id":{},"method":"ping"})", -32600, "null"},
    {R"({"jsonrpc":"2.0","id":[1],"method":"ping"})", -32600, "null"},
    // params are an object
    {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[]})", -32602, "1"},
    {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":null})", -32600, "1"},
    {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":"x"})", -32600, "1"},
    {R"({"jsonrpc":"2.0","method":"notifications/initialized","params":7})", -32600, "null"},
    // deep
    {std::string(100, '['), -32600, "null"},
    {std::string(200'000, '['), -32600, "null"},
    {std::string(100, '[') + std::string(100, ']'), -32600, "null"},
};

TEST(Message, WhatIsMalformedHasItsErrorCode) {
  for (const Malformed& malformed : kMalformed) {
    const std::string shown = malformed.line.substr(0, 100);
    const Message message = parse_message(malformed.line);
    const auto* bad = std::get_if<BadMessage>(&message);
    ASSERT_NE(bad, nullptr) << shown;
    EXPECT_EQ(bad->fault.code, malformed.code) << shown;
    EXPECT_EQ(bad->id.dump(), malformed.id) << shown;
    EXPECT_FALSE(bad->fault.message.empty()) << shown;
  }
}

TEST(Message, RequestsAreReadWithTheirIdAndParams) {
  for (const std::string id : {"1", "-7", "18446744073709551615", R"("a\"b")", R"("")"}) {
    const Message message =
        parse_message(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":"m","params":{"a":[1]}})");
    const auto* request = std::get_if<Request>(&message);
    ASSERT_NE(request, nullptr) << id;
    EXPECT_EQ(request->id.dump(), id);
    EXPECT_EQ(request->method, "m");
    EXPECT_EQ(request->params.dump(), R"({"a":[1]})");
  }
}

TEST(Message, ParamsMayBeLeftOut) {
  const Message message = parse_message(R"( {"jsonrpc":"2.0","id":1,"method":"ping"} )"
                                        "\r");
  ASSERT_TRUE(std::holds_alternative<Request>(message));
  EXPECT_TRUE(std::get<Request>(message).params.is_object());
}

TEST(Message, WithoutIdIsANotification) {
  const Message message =
      parse_message(R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"x":1}})");
  ASSERT_TRUE(std::holds_alternative<Notification>(message));
  EXPECT_EQ(std::get<Notification>(message).method, "notifications/cancelled");
}

TEST(Message, AnswersOfTheClientAreLeftAlone) {
  for (const char* line : {R"({"jsonrpc":"2.0","id":1,"result":{}})",
                           R"({"jsonrpc":"2.0","id":null,"error":{"code":1,"message":""}})"}) {
    EXPECT_TRUE(std::holds_alternative<Unasked>(parse_message(line))) << line;
  }
}

TEST(Message, WhatIsSentIsOneLineOfUtf8) {
  EXPECT_EQ(result_line("a\nb", "{}"), R"({"jsonrpc":"2.0","id":"a\nb","result":{}})");
  EXPECT_EQ(fault_line(nullptr, {kParseError, "line\nend \xff", {{"uri", "x"}}}),
            R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"line\nend )"
            "\xef\xbf\xbd"
            R"(","data":{"uri":"x"}}})");
}

}  // namespace
}  // namespace lede::mcp
