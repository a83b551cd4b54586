// Any bytes as what an assistant sends, up to where a search would begin: each line gets one answer
// or none, and each answer is one message.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/mcp/line_splitter.h"
#include "searcher/mcp/session.h"
#include "searcher/mcp/stdio_server.h"

namespace {

using lede::mcp::Json;

constexpr std::size_t kLongestLine = 4096;

// What a session begins with may be taken as sent.
constexpr std::string_view kBeginning =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18"}})";

void require(bool good, const char* promise) {
  if (!good) {
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
  }
}

void check(std::string_view line) {
  require(line.find('\n') == std::string_view::npos, "one line");
  require(lede::is_valid_utf8(line), "UTF-8");
  const Json json = Json::parse(line, nullptr, false);
  require(json.is_object() && json["jsonrpc"] == "2.0", "a message");
  require(json.contains("result") != json.contains("error"), "a result or an error");
  const Json id = json["id"];
  require(id.is_null() || id.is_string() || id.is_number_integer(), "an id");
  require(!id.is_null() || json.contains("error"), "results only of requests");
  if (json.contains("error")) {
    require(json["error"]["code"].is_number_integer(), "a code");
    require(json["error"]["message"].is_string(), "a message");
  } else {
    require(json["result"].is_object(), "an object as result");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // A queue of one that nobody empties: no database is needed.
  static lede::serve::IndexState state{{"/nonexistent"}};
  lede::serve::SearchPool pool(state, 0, 1);
  int answers = 0;
  lede::mcp::Session session(lede::mcp::assistant_limits(), pool, [&](std::string_view line) {
    ++answers;
    check(line);
  });
  session.receive(kBeginning);
  lede::mcp::LineSplitter lines(kLongestLine, [&](std::string_view line, bool too_long) {
    answers = 0;
    if (too_long) {
      session.refuse_long_line(kLongestLine);
    } else {
      session.receive(line);
    }
    require(answers <= 1, "one answer");
  });
  lines.add({reinterpret_cast<const char*>(data), size});
  lines.end();
  return 0;
}
