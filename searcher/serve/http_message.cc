// Between Beast's messages and ours.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/http_message.h"

#include <boost/beast/http/error.hpp>
#include <utility>

#include "searcher/serve/tokens.h"

namespace lede::serve {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

// Several lines of one field are one list.
std::string field_of(const HttpRequest& message, http::field field) {
  std::string all;
  const auto [first, last] = message.equal_range(field);
  for (auto line = first; line != last; ++line) {
    const auto value = line->value();
    all.append(all.empty() ? "" : ", ").append(value.data(), value.size());
  }
  return all;
}

std::string field_of(const HttpRequest& message, beast::string_view name) {
  const auto value = message[name];
  return {value.data(), value.size()};
}

}  // namespace

Request request_of(HttpRequest message) {
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.host = field_of(message, http::field::host);
  request.content_type = field_of(message, http::field::content_type);
  request.authorization = field_of(message, http::field::authorization);
  request.accept_encoding = field_of(message, http::field::accept_encoding);
  request.if_none_match = field_of(message, http::field::if_none_match);
  request.origin = field_of(message, http::field::origin);
  request.access_control_request_method =
      field_of(message, http::field::access_control_request_method);
  request.request_id = field_of(message, "X-Request-Id");
  request.http_1_1 = message.version() >= 11;
  request.body = std::move(message.body());
  return request;
}

HttpResponse message_of(const Response& response, MessageStyle style) {
  HttpResponse message;
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  message.keep_alive(style.keep_alive);
  if (!response.content_type.empty()) {
    message.set(http::field::content_type, response.content_type);
  }
  for (const auto& [name, value] : response.headers) {
    message.insert(name, value);
  }
  const std::size_t size = response.body ? response.body->size() : 0;
  if (response.status != 304 && response.status != 204) {
    message.content_length(size);
  }
  if (response.body && !style.head) {
    message.body() = {response.body->data(), size};
  }
  return message;
}

bool expects_continue(const HttpRequest& message) {
  const auto expected = message[http::field::expect];
  return same_token(std::string_view(expected.data(), expected.size()), "100-continue");
}

std::optional<Problem> problem_of_reading(const beast::error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    Problem problem{431, "header_too_large", "the header of the request is too large"};
    problem.close = true;
    return problem;
  }
  if (error == http::error::body_limit) {
    Problem problem{413, "body_too_large", "the body of the request is too large"};
    problem.close = true;
    return problem;
  }
  const bool gone = error == http::error::end_of_stream || error == http::error::partial_message;
  if (gone || error.category() != http::make_error_code(http::error::bad_target).category()) {
    return std::nullopt;
  }
  Problem problem{400, "bad_request", "this is no HTTP request"};
  problem.close = true;
  return problem;
}

}  // namespace lede::serve
