// Which web pages of other origins may read answers: none, unless they are named.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "searcher/serve/request.h"
#include "searcher/serve/response.h"

namespace lede::serve {

// `allowed` are origins such as "https://news.example", or "*".
[[nodiscard]] bool may_read(const Request& request, std::span<const std::string> allowed);

void add_cors_headers(Response& response, const Request& request,
                      std::span<const std::string> allowed);

// The answer to a browser that asks before it sends: OPTIONS.
[[nodiscard]] Response preflight_response(const Request& request, std::string_view methods,
                                          std::span<const std::string> allowed);

}  // namespace lede::serve
