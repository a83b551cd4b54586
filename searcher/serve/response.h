// What goes back to a client. The body may be shared with the cache, so it is never copied.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede::serve {

struct Response {
  int status = 200;
  std::string content_type;  // empty when there is no body
  std::shared_ptr<const std::string> body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool close = false;  // the connection is of no more use

  void set(std::string_view name, std::string_view value) { headers.emplace_back(name, value); }
};

inline constexpr std::string_view kProblemJson = "application/problem+json";

[[nodiscard]] Response text_response(int status, std::string_view content_type, std::string body);

}  // namespace lede::serve
