// An HTTP response as crawlers keep it: status, headers, and the body with its encodings undone.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/result.h"

namespace lede {

struct HttpResponse {
  int status = 0;
  std::string kind;     // media type without parameters, lower case: "text/html"
  std::string charset;  // its parameter
  std::string body;
};

// The value of the first header called `name` in `headers`; empty when there is none.
[[nodiscard]] std::string_view header_value(std::string_view headers, std::string_view name);

// Splits "text/html; charset=utf-8".
void read_content_type(std::string_view value, std::string& kind, std::string& charset);

// kUnreadable when `bytes` are no HTTP response or its encoding is not known; kTooLarge when its
// body is over `max_bytes` once unpacked.
[[nodiscard]] Result<HttpResponse> parse_http_response(std::string_view bytes,
                                                       std::size_t max_bytes);

}  // namespace lede
