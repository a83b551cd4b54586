// Between Beast's messages and ours.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "searcher/api/problem.h"
#include "searcher/serve/request.h"
#include "searcher/serve/response.h"

namespace lede::serve {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;
using HttpResponse = boost::beast::http::response<boost::beast::http::span_body<const char>>;

struct MessageStyle {
  bool head = false;  // header only
  bool keep_alive = false;
};

[[nodiscard]] Request request_of(HttpRequest message);

// `response` must outlive it.
[[nodiscard]] HttpResponse message_of(const Response& response, MessageStyle style);

// The client waits to hear that it may send its body.
[[nodiscard]] bool expects_continue(const HttpRequest& message);

// What to tell a client whose request could not be read; nullopt where nobody can be told: the
// client is gone, or was so slow that its socket is closed.
[[nodiscard]] std::optional<Problem> problem_of_reading(const boost::beast::error_code& error);

}  // namespace lede::serve
