// From a tool and its arguments to a call of the library, by the names that HTTP has for them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/tool_calls.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/api/endpoints.h"
#include "searcher/api/json_values.h"
#include "searcher/mcp/argument_check.h"
#include "searcher/mcp/article_part.h"
#include "searcher/mcp/citations.h"
#include "searcher/mcp/definitions.h"

namespace lede::mcp {
namespace {

using serve::Answer;
using serve::Call;
using serve::EndpointInput;
using serve::NamedValues;
using serve::Parameters;
using serve::PlannedCall;
using serve::Problem;
using serve::QueryLimits;

constexpr const char* kManyTitles = "50";
constexpr std::size_t kUsualPart = 20'000;
constexpr std::size_t kLargestPart = 100'000;
constexpr std::size_t kFurthestStart = std::size_t{1} << 40U;

using Finish = std::function<Result<void>(OrderedJson&, Searcher&)>;

// The same call, its answer finished.
PlannedCall finished(PlannedCall planned, Finish finish) {
  auto* call = std::get_if<Call>(&planned);
  if (call == nullptr) {
    return planned;
  }
  call->ask = [ask = std::move(call->ask),
               finish = std::move(finish)](Searcher& searcher) -> Result<Answer> {
    auto answer = ask(searcher);
    if (!answer) {
      return answer;
    }
    auto json = OrderedJson::parse(answer->body);
    if (auto done = finish(json, searcher); !done) {
      return fail(std::move(done).error());
    }
    answer->body = written(json);
    return answer;
  };
  return planned;
}

Result<void> leave(OrderedJson& /*answer*/, Searcher& /*searcher*/) { return {}; }

Result<void> titles_only(OrderedJson& answer, Searcher& /*searcher*/) {
  keep_titles_only(answer);
  return {};
}

bool has(const NamedValues& values, std::string_view name) {
  return std::any_of(values.begin(), values.end(),
                     [&](const auto& value) { return value.first == name; });
}

// Takes `name` out.
std::string taken(NamedValues& values, std::string_view name) {
  std::string text;
  for (auto value = values.begin(); value != values.end();) {
    if (value->first == name) {
      text = std::move(value->second);
      value = values.erase(value);
    } else {
      ++value;
    }
  }
  return text;
}

PlannedCall plan_search_tool(NamedValues values, const QueryLimits& limits) {
  const bool rows = taken(values, "titles_only") == "true";
  if (rows) {
    taken(values, "snippets");
    values.emplace_back("snippets", "0");
    if (!has(values, "limit")) {
      values.emplace_back("limit", kManyTitles);
    }
  }
  Parameters parameters(std::move(values));
  return finished(serve::plan_search({{}, {}, parameters, limits}),
                  rows ? Finish(titles_only) : Finish(add_citations));
}

PlannedCall plan_article_tool(NamedValues values, const QueryLimits& limits) {
  std::string id = taken(values, "id");
  Parameters parameters(std::move(values));
  Part part;
  part.start = parameters.number("start", 0, kFurthestStart);
  part.length = parameters.number("length", kUsualPart, kLargestPart);
  auto planned =
      finished(serve::plan_document({std::move(id), {}, parameters, limits}),
               [part](OrderedJson& article, Searcher&) { return cut_article(article, part); });
  if (auto* call = std::get_if<Call>(&planned)) {
    call->cursor_param = "start";
  }
  return planned;
}

PlannedCall plan_similar_tool(NamedValues values, const QueryLimits& limits) {
  std::string id = taken(values, "id");
  Parameters parameters(std::move(values));
  return finished(serve::plan_similar({std::move(id), {}, parameters, limits}), add_citations);
}

PlannedCall plan_facets_tool(NamedValues values, const QueryLimits& limits) {
  std::string field = taken(values, "field");
  Parameters parameters(std::move(values));
  return finished(serve::plan_facets({std::move(field), {}, parameters, limits}), leave);
}

// Tools that take what the endpoint takes.
template <PlannedCall (*kPlan)(const EndpointInput&)>
PlannedCall plan_plain_tool(NamedValues values, const QueryLimits& limits) {
  Parameters parameters(std::move(values));
  return finished(kPlan({{}, {}, parameters, limits}), leave);
}

struct Tool {
  std::string_view name;
  PlannedCall (*plan)(NamedValues values, const QueryLimits& limits);
};

constexpr Tool kTools[] = {
    {"search", plan_search_tool},
    {"get_article", plan_article_tool},
    {"similar", plan_similar_tool},
    {"timeline", plan_plain_tool<serve::plan_timeline>},
    {"facets", plan_facets_tool},
    {"suggest", plan_plain_tool<serve::plan_suggest>},
    {"archive", plan_plain_tool<serve::plan_stats>},
};

const Tool* find_tool(std::string_view name) {
  const auto* const tool = std::find_if(std::begin(kTools), std::end(kTools),
                                        [&](const Tool& one) { return one.name == name; });
  return tool == std::end(kTools) ? nullptr : tool;
}

std::string result_of(const std::string& answer) {
  std::string result = R"({"content":[{"type":"text","text":)";
  result.append(written(answer)).append(R"(}],"structuredContent":)").append(answer);
  return result.append(R"(,"isError":false})");
}

std::string result_of(const Problem& problem) {
  std::string text = std::string(problem.code) + ": " + problem.detail;
  if (!problem.param.empty()) {
    text += " (argument \"" + (problem.param == "q" ? "query" : problem.param) + "\")";
  }
  if (problem.retry_after_s > 0) {
    text += "; try again in " + std::to_string(problem.retry_after_s) + " s";
  }
  const OrderedJson result{{"content", {{{"type", "text"}, {"text", std::move(text)}}}},
                           {"isError", true}};
  return written(result);
}

// The arguments by the names of HTTP.
NamedValues named_values(Json& arguments) {
  make_whole(arguments);
  if (const auto query = arguments.find("query"); query != arguments.end()) {
    arguments["q"] = *query;
    arguments.erase("query");
  }
  NamedValues values;
  // Their types were checked: there is none that cannot be a value.
  static_cast<void>(serve::append_values(values, arguments));
  return values;
}

Reply asked(PlannedCall planned) {
  if (const auto* problem = std::get_if<Problem>(&planned)) {
    return result_of(*problem);
  }
  auto& call = std::get<Call>(planned);
  const std::string_view param = call.cursor_param;
  return Question{std::move(call), [param](const Result<Answer>& answer) -> Outcome {
                    if (answer) {
                      return result_of(answer->body);
                    }
                    Problem problem = serve::problem_of(answer.error());
                    if (answer.error().code == ErrorCode::kUsage) {
                      problem.param = param;
                    }
                    return result_of(problem);
                  }};
}

}  // namespace

Reply call_tool(const Json& params, const QueryLimits& limits) {
  const auto name = params.find("name");
  if (name == params.end() || !name->is_string()) {
    return Fault{kInvalidParams, "\"name\" of a tool is needed"};
  }
  const auto& tool_name = name->get_ref<const std::string&>();
  const Tool* const tool = find_tool(tool_name);
  const OrderedJson* const schema = input_schema(tool_name);
  if (tool == nullptr || schema == nullptr) {
    return Fault{kInvalidParams, "there is no tool \"" + tool_name + "\""};
  }
  Json arguments = params.value("arguments", Json::object());
  if (!arguments.is_object()) {
    return Fault{kInvalidParams, "\"arguments\" is no object"};
  }
  if (auto problem = argument_problem(arguments, *schema)) {
    return Fault{kInvalidParams, tool_name + ": " + *problem};
  }
  return asked(tool->plan(named_values(arguments), limits));
}

}  // namespace lede::mcp
