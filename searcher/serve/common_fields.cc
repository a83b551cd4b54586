// Header fields that every response has.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/common_fields.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <string>

namespace lede::serve {
namespace {

// A page may load what is ours and nothing else; what an article says can never run.
constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
// Other answers are never a page, a script or a frame.
constexpr std::string_view kDataPolicy = "default-src 'none'; frame-ancestors 'none'";

// "Fri, 14 Jun 2024 12:00:00 GMT", in no language but HTTP's.
std::string http_date(std::time_t instant) {
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm parts = {};
  gmtime_r(&instant, &parts);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %d %02d:%02d:%02d GMT",
                kDays.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                kMonths.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text.data();
}

std::string timing(const char* name, double milliseconds) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s;dur=%.3f", name, milliseconds);
  return text.data();
}

std::string server_timing(const Observed& observed) {
  std::string text;
  if (observed.cached || observed.shared) {
    text = observed.cached ? "cache;desc=hit, " : "cache;desc=shared, ";
  }
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
  response.set("Date", http_date(std::time(nullptr)));
  response.set("Server-Timing", server_timing(observed));
  response.set("X-Request-Id", observed.request.request_id);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Content-Security-Policy", observed.page ? kPagePolicy : kDataPolicy);
  response.set("Referrer-Policy", "no-referrer");
}

}  // namespace lede::serve
