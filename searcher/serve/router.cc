// Finding routes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/router.h"

#include <optional>

#include "searcher/serve/page_endpoints.h"

namespace lede::serve {
namespace {

constexpr std::string_view kAnySegment = "{}";

// What stands for {} where `segments` are like the pattern.
std::optional<std::string> matched(std::string_view pattern,
                                   const std::vector<std::string>& segments) {
  std::string name;
  for (const std::string& segment : segments) {
    if (pattern.empty()) {
      return std::nullopt;
    }
    pattern.remove_prefix(1);  // the slash
    const std::string_view wanted = pattern.substr(0, pattern.find('/'));
    if (wanted == kAnySegment && !segment.empty()) {
      name = segment;
    } else if (wanted != segment) {
      return std::nullopt;
    }
    pattern.remove_prefix(wanted.size());
  }
  return pattern.empty() || pattern == "/" ? std::optional(name) : std::nullopt;
}

// An endpoint that always asks the database.
std::function<Planned(const EndpointInput&)> asking(PlannedCall (*plan)(const EndpointInput&)) {
  return [plan](const EndpointInput& input) {
    PlannedCall planned = plan(input);
    return std::visit([](auto& what) { return Planned(std::move(what)); }, planned);
  };
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

std::variant<RouteMatch, Problem> Router::find(const std::vector<std::string>& segments) const {
  for (const Route& route : routes_) {
    if (auto name = matched(route.pattern, segments)) {
      return RouteMatch{&route, *std::move(name)};
    }
  }
  return Problem{404, "no_such_path", "there is nothing at this path"};
}

std::optional<Problem> method_problem(const Route& route, std::string_view method) {
  if (method == "GET" || method == "HEAD" || (route.post && method == "POST")) {
    return std::nullopt;
  }
  Problem problem{405, "method_not_allowed", "this path is not for that method"};
  problem.allow = route.methods();
  return problem;
}

std::vector<Route> api_routes() {
  return {{"/v1/search", Access::kKeyed, true, asking(plan_search)},
          {"/v1/documents/{}", Access::kKeyed, false, asking(plan_document)},
          {"/v1/documents/{}/similar", Access::kKeyed, true, asking(plan_similar)},
          {"/v1/suggest", Access::kKeyed, true, asking(plan_suggest)},
          {"/v1/facets/{}", Access::kKeyed, true, asking(plan_facets)},
          {"/v1/timeline", Access::kKeyed, true, asking(plan_timeline)},
          {"/v1/feed", Access::kKeyed, false, plan_feed},
          {"/v1/parse", Access::kKeyed, true, plan_parse},
          {"/v1/stats", Access::kKeyed, false, asking(plan_stats)}};
}

std::vector<Route> page_routes() {
  return {{"/", Access::kKeyed, false, plan_results_page, true},
          {"/article/{}", Access::kKeyed, false, plan_article_page, true},
          {"/assets/{}/{}", Access::kOpen, false, plan_asset}};
}

}  // namespace lede::serve
