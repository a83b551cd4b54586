// Cross-origin resource sharing.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/cors.h"

#include <algorithm>

namespace lede::serve {

bool may_read(const Request& request, std::span<const std::string> allowed) {
  return !request.origin.empty() &&
         std::any_of(allowed.begin(), allowed.end(), [&](const std::string& origin) {
           return origin == "*" || origin == request.origin;
         });
}

void add_cors_headers(Response& response, const Request& request,
                      std::span<const std::string> allowed) {
  if (allowed.empty()) {
    return;
  }
  response.set("Vary", "Origin");
  if (may_read(request, allowed)) {
    response.set("Access-Control-Allow-Origin", request.origin);
    response.set("Access-Control-Expose-Headers", "ETag, Retry-After, Server-Timing, X-Request-Id");
  }
}

Response preflight_response(const Request& request, std::string_view methods,
                            std::span<const std::string> allowed) {
  Response response;
  response.status = 204;
  response.set("Allow", methods);
  if (!request.access_control_request_method.empty() && may_read(request, allowed)) {
    response.set("Access-Control-Allow-Methods", methods);
    response.set("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
    response.set("Access-Control-Max-Age", "600");
  }
  return response;
}

}  // namespace lede::serve
