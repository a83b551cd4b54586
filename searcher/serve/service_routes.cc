// The routes of a service: those of /v1, and what it tells of itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>
#include <nlohmann/json.hpp>

#include "searcher/serve/embedded.h"
#include "searcher/serve/opensearch.h"
#include "searcher/serve/service.h"

namespace lede::serve {
namespace {

constexpr std::string_view kMetricsText = "text/plain; version=0.0.4; charset=utf-8";

// What needs nothing but its parameters, of which there are none.
template <typename Answer>
std::function<Planned(const EndpointInput&)> without_parameters(Answer answer) {
  return [answer](const EndpointInput& input) -> Planned {
    if (auto problem = input.parameters.problem()) {
      return *std::move(problem);
    }
    return answer(input);
  };
}

}  // namespace

std::vector<Route> Service::routes() {
  std::vector<Route> all = api_routes();
  for (Route& route : page_routes()) {
    all.push_back(std::move(route));
  }
  const auto add = [&all](std::string_view pattern, Access access, auto answer) {
    all.push_back({pattern, access, false, without_parameters(answer)});
  };
  add("/healthz", Access::kOpen, [](const EndpointInput& /*input*/) {
    return text_response(200, kJson, "{\"status\":\"ok\"}\n");
  });
  add("/readyz", Access::kOpen, [this](const EndpointInput& /*input*/) { return ready(); });
  add("/metrics", Access::kKeyed, [this](const EndpointInput& /*input*/) { return metrics(); });
  add("/openapi.json", Access::kOpen, [](const EndpointInput& /*input*/) {
    return text_response(200, kJson, std::string(openapi_json()));
  });
  add("/opensearch.xml", Access::kOpen, [](const EndpointInput& input) {
    return text_response(200, kOpenSearch, opensearch_description(std::string(input.base)));
  });
  return all;
}

Response Service::ready() const {
  const auto index = state_.last_opened();
  const bool ready = index && !draining_;
  nlohmann::ordered_json json;
  json["ready"] = ready;
  if (index) {
    json["index"] = {{"revision", index->revision}, {"documents", index->documents}};
  }
  Response response = text_response(ready ? 200 : 503, kJson, json.dump() + "\n");
  response.set("Cache-Control", "no-store");
  return response;
}

Response Service::metrics() {
  ServerFigures figures;
  figures.cache = cache_.figures();
  figures.waiting = pool_.waiting();
  figures.searching = searching_;
  figures.connections = connections_();
  figures.times_opened = state_.times_opened();
  if (const auto index = state_.last_opened()) {
    figures.documents = index->documents;
    figures.revision = index->revision;
  }
  const std::int64_t committed = last_commit(state_.paths());
  figures.index_age_s = committed > 0 ? std::time(nullptr) - committed : 0;
  Response response = text_response(200, kMetricsText, metrics_.text(figures));
  response.set("Cache-Control", "no-store");
  return response;
}

}  // namespace lede::serve
