// Suggestions as completions.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/completion.h"

#include <string>
#include <utility>

#include "searcher/api/endpoints.h"
#include "searcher/mcp/citations.h"

namespace lede::mcp {
namespace {

using serve::Answer;
using serve::Call;
using serve::Parameters;
using serve::Problem;

constexpr const char* kMost = "20";

// The text at a path of names; empty where there is none.
std::string text_at(const Json& json, const char* outer, const char* inner) {
  const auto object = json.find(outer);
  if (object == json.end() || !object->is_object()) {
    return {};
  }
  const auto text = object->find(inner);
  return text == object->end() || !text->is_string() ? std::string() : text->get<std::string>();
}

std::string completions(const Answer& answer) {
  const auto found = OrderedJson::parse(answer.body);
  OrderedJson values = OrderedJson::array();
  for (const OrderedJson& suggestion : found.at("suggestions")) {
    if (const auto id = suggestion.find("id"); id != suggestion.end()) {
      values.push_back(*id);
    }
  }
  return written({{"completion", {{"values", std::move(values)}, {"hasMore", false}}}});
}

Fault completion_fault(const Problem& problem) {
  return {problem.status == 400 ? kInvalidParams : kInternalError, problem.detail};
}

}  // namespace

Reply complete(const Json& params, const serve::QueryLimits& limits) {
  if (text_at(params, "ref", "type") != "ref/resource" ||
      text_at(params, "ref", "uri") != kArticleTemplate) {
    return Fault{kInvalidParams, "\"ref\" is not the resource " + std::string(kArticleTemplate)};
  }
  if (text_at(params, "argument", "name") != "id") {
    return Fault{kInvalidParams, "\"argument\" is not \"id\""};
  }
  Parameters parameters({{"q", text_at(params, "argument", "value")}, {"limit", kMost}});
  auto planned = serve::plan_suggest({{}, {}, parameters, limits});
  if (const auto* problem = std::get_if<Problem>(&planned)) {
    return completion_fault(*problem);
  }
  return Question{std::get<Call>(std::move(planned)), [](const Result<Answer>& answer) -> Outcome {
                    if (!answer) {
                      return completion_fault(serve::problem_of(answer.error()));
                    }
                    return completions(*answer);
                  }};
}

}  // namespace lede::mcp
