// Problem details as JSON, and the header fields that go with them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/problem_response.h"

#include <nlohmann/json.hpp>

namespace lede::serve {
namespace {

// RFC 9457 wants a title that is the same for each kind of problem.
std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "Bad request";
    case 401:
      return "A key is needed";
    case 403:
      return "Not allowed";
    case 404:
      return "Not found";
    case 405:
      return "Wrong method";
    case 413:
      return "Body too large";
    case 414:
      return "Target too long";
    case 415:
      return "Unsupported kind of body";
    case 421:
      return "Wrong host";
    case 422:
      return "Query not understood";
    case 431:
      return "Header too large";
    case 503:
      return "Not now";
    default:
      return "Server error";
  }
}

}  // namespace

Response problem_response(const Problem& problem, std::string_view request_id) {
  nlohmann::ordered_json json;
  json["type"] = "urn:lede:problem:" + std::string(problem.code);
  json["title"] = title_of(problem.status);
  json["status"] = problem.status;
  json["code"] = problem.code;
  json["detail"] = problem.detail;
  if (!problem.param.empty()) {
    json["param"] = problem.param;
  }
  json["request_id"] = request_id;
  Response response = text_response(
      problem.status, kProblemJson,
      json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
  if (problem.retry_after_s > 0) {
    response.set("Retry-After", std::to_string(problem.retry_after_s));
  }
  if (!problem.allow.empty()) {
    response.set("Allow", problem.allow);
  }
  if (problem.status == 401) {
    response.set("WWW-Authenticate", "Bearer");
  }
  response.set("Cache-Control", "no-store");
  response.close = problem.close;
  return response;
}

}  // namespace lede::serve
