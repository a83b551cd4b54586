// Any bytes as an HTTP request, up to where a search would begin: each that can be read gets one
// answer, and nothing that was sent gets into the header of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/serve/connection_limits.h"
#include "searcher/serve/http_message.h"
#include "searcher/serve/service.h"

namespace {

namespace http = boost::beast::http;
using lede::serve::Response;

// A queue that nobody empties: no database is needed.
struct Server {
  lede::serve::IndexState state{{"/nonexistent"}};
  lede::serve::SearchPool pool{state, 0, 1};
  lede::serve::Service service{{}, state, pool};
};

void require(bool good, const char* promise) {
  if (!good) {
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
  }
}

bool is_one_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

void check(const Response& response) {
  require(response.status >= 200 && response.status < 600, "a status of HTTP");
  for (const auto& [name, value] : response.headers) {
    require(is_one_line(name) && is_one_line(value), "fields of one line");
  }
  if (!response.body || response.status == 204) {
    return;
  }
  require(lede::is_valid_utf8(*response.body), "text");
  if (response.content_type.starts_with("text/html")) {
    pugi::xml_document page;
    require(page.load_string(response.body->c_str(), pugi::parse_full), "a well-formed page");
    require(page.select_nodes("//script").size() == 1, "no script but ours");
  }
  if (response.content_type.ends_with("json")) {
    const auto json = nlohmann::json::parse(*response.body, nullptr, false);
    require(json.is_object(), "a JSON object");
    require(response.status < 400 || json["status"] == response.status || json.contains("ready"),
            "a problem that says its status");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Server server;
  const lede::serve::ConnectionLimits limits;
  http::request_parser<http::string_body> parser;
  parser.eager(true);
  parser.header_limit(limits.header_bytes);
  parser.body_limit(limits.body_bytes);
  boost::beast::error_code error;
  parser.put(boost::asio::buffer(data, size), error);
  if (error || !parser.is_done()) {
    if (const auto problem = lede::serve::problem_of_reading(error)) {
      check(server.service.refuse(*problem));
    }
    return 0;
  }
  int answers = 0;
  server.service.answer(lede::serve::request_of(parser.release()), [&](const Response& response) {
    ++answers;
    check(response);
    const auto message = lede::serve::message_of(response, {false, true});
    require(message.result_int() == static_cast<unsigned>(response.status), "the same status");
  });
  require(answers <= 1, "one answer");
  return 0;
}
