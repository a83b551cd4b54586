// Header fields that every response has.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/common_fields.h"

#include <array>
#include <cstdio>
#include <string>

namespace lede::serve {
namespace {

std::string timing(const char* name, double milliseconds) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s;dur=%.3f", name, milliseconds);
  return text.data();
}

std::string server_timing(const Observed& observed) {
  std::string text = observed.cached ? "cache;desc=hit, " : "";
  if (observed.queue_ms) {
    text += timing("queue", *observed.queue_ms) + ", ";
  }
  if (observed.search_ms) {
    text += timing("search", *observed.search_ms) + ", ";
  }
  return text + timing("total", observed.total_ms);
}

}  // namespace

void add_common_fields(Response& response, const Observed& observed) {
  response.set("Server-Timing", server_timing(observed));
  response.set("X-Request-Id", observed.request.request_id);
  // Nothing of an answer is ever a page, a script or a frame.
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  response.set("Referrer-Policy", "no-referrer");
}

}  // namespace lede::serve
