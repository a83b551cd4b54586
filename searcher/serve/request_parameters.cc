// A JSON body says the same as a query string: an object of texts, numbers, true and false, and
// lists of these.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/request_parameters.h"

#include <nlohmann/json.hpp>

#include "searcher/api/call.h"
#include "searcher/api/json_values.h"
#include "searcher/serve/target.h"
#include "searcher/serve/tokens.h"

namespace lede::serve {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostParameters = 100;

Problem bad_body(std::string detail, std::string param = {}) {
  return {400, "bad_body", std::move(detail), std::move(param)};
}

std::variant<NamedValues, Problem> from_json(const std::string& body) {
  const Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) {
    return bad_body("the body is no JSON object");
  }
  NamedValues values;
  if (const auto bad = append_values(values, json)) {
    return bad_body("neither text, number, true, false nor a list of these", *bad);
  }
  return values;
}

bool is_json(std::string_view content_type) {
  return same_token(trimmed(content_type.substr(0, content_type.find(';'))), kJson);
}

}  // namespace

std::variant<Parameters, Problem> request_parameters(const Request& request,
                                                     std::string_view query) {
  auto values = parse_form(query);
  if (!values) {
    return Problem{400, "bad_target", "a % in the target is not followed by two digits"};
  }
  if (request.method == "POST") {
    if (!is_json(request.content_type)) {
      return Problem{415, "unsupported_media_type", "send application/json"};
    }
    auto sent = from_json(request.body);
    if (auto* problem = std::get_if<Problem>(&sent)) {
      return std::move(*problem);
    }
    for (auto& value : std::get<NamedValues>(sent)) {
      values->push_back(std::move(value));
    }
  } else if (!request.body.empty()) {
    return bad_body("only a POST has a body");
  }
  if (values->size() > kMostParameters) {
    return Problem{400, "too_many_parameters", "there are more parameters than any endpoint has"};
  }
  return Parameters(*std::move(values));
}

}  // namespace lede::serve
