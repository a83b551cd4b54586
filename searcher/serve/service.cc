// Answering requests.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/service.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "searcher/serve/coding.h"
#include "searcher/serve/cors.h"
#include "searcher/serve/entity_tag.h"
#include "searcher/serve/request_id.h"
#include "searcher/serve/request_parameters.h"

namespace lede::serve {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestTarget = 16'384;
constexpr int kBusySeconds = 1;

double milliseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

std::string timing(const char* name, double milliseconds) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s;dur=%.3f", name, milliseconds);
  return text.data();
}

// Nothing of an answer is ever a page, a script or a frame.
void add_security_headers(Response& response) {
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  response.set("Referrer-Policy", "no-referrer");
}

Problem overloaded() {
  return {503, "overloaded", "more searches wait than can be answered soon", {}, kBusySeconds};
}

// `gzip`: for those who take it. What is too short to gain by it is kept as it is for them too.
std::string cache_key(const OpenIndex& index, const Call& call, bool gzip) {
  return (gzip ? "z" : "i") + index.tag + " " + call.key;
}

Response with_body(const Call& call, std::shared_ptr<const std::string> body) {
  Response response;
  response.content_type = call.content_type;
  response.body = std::move(body);
  if (is_gzip(*response.body)) {
    response.set("Content-Encoding", "gzip");
  }
  return response;
}

void add_validators(Response& response, const std::string& tag) {
  response.set("ETag", tag);
  response.set("Cache-Control", "private, no-cache");
  response.set("Vary", "Accept-Encoding");
}

}  // namespace

// A request on its way; one thread at a time has it.
struct Service::Exchange {
  Request request;
  Done done;
  Clock::time_point started = Clock::now();
  Clock::time_point search_started = {};
  const Route* route = nullptr;
  std::string timings = {};  // for Server-Timing
};

Service::Service(ServiceOptions options, IndexState& state, SearchPool& pool)
    : options_(std::move(options)),
      state_(state),
      pool_(pool),
      cache_(options_.cache_bytes),
      router_(routes()) {}

std::vector<Route> Service::routes() {
  std::vector<Route> all = api_routes();
  all.push_back({"/healthz", Access::kOpen, false, [](const EndpointInput& /*input*/) -> Planned {
                   return text_response(200, kJson, "{\"status\":\"ok\"}\n");
                 }});
  all.push_back({"/readyz", Access::kOpen, false,
                 [this](const EndpointInput& /*input*/) -> Planned { return ready(); }});
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

void Service::answer(Request request, Done done) {
  request.request_id = request_id(request.request_id);
  const auto exchange = std::make_shared<Exchange>(Exchange{std::move(request), std::move(done)});
  Planned planned = plan(*exchange);
  if (auto* call = std::get_if<Call>(&planned)) {
    ask(exchange, std::move(*call));
  } else if (auto* response = std::get_if<Response>(&planned)) {
    finish(*exchange, std::move(*response));
  } else {
    fail(*exchange, std::get<Problem>(planned));
  }
}

void Service::look_at_database() {
  if (!state_.current()) {
    // A full queue has jobs that will look themselves; what cannot be opened, the state remembers.
    static_cast<void>(
        pool_.submit([](CurrentSearcher& searcher) { static_cast<void>(searcher.renew()); }));
  }
}

void Service::reload() {
  state_.forget();
  look_at_database();
}

Response Service::refuse(const Problem& problem) const {
  const std::string id = request_id({});
  Response response = problem_response(problem, id);
  add_security_headers(response);
  response.set("X-Request-Id", id);
  return response;
}

Planned Service::plan(Exchange& exchange) const {
  const Request& request = exchange.request;
  if (request.target.size() > kLongestTarget) {
    return Problem{414, "target_too_long",
                   "the target is longer than " + std::to_string(kLongestTarget) + " bytes"};
  }
  // One host, as HTTP/1.1 demands: of two, a proxy before us may have believed the other.
  if (request.host.find(',') != std::string::npos || (request.http_1_1 && request.host.empty())) {
    return Problem{400, "bad_host", "the request must name one host"};
  }
  const auto target = parse_target(request.target);
  if (!target) {
    return Problem{400, "bad_target",
                   "the target is no path, or a % is not followed by two digits"};
  }
  auto found = router_.find(target->segments);
  if (auto* problem = std::get_if<Problem>(&found)) {
    return std::move(*problem);
  }
  auto& match = std::get<RouteMatch>(found);
  exchange.route = match.route;
  if (request.method == "OPTIONS") {
    return preflight_response(request, match.route->methods(), options_.cors_origins);
  }
  if (auto problem = method_problem(*match.route, request.method)) {
    return *std::move(problem);
  }
  auto parameters = request_parameters(request, target->query);
  if (auto* problem = std::get_if<Problem>(&parameters)) {
    return std::move(*problem);
  }
  return match.route->plan(
      {std::move(match.name), std::get<Parameters>(parameters), options_.limits});
}

void Service::ask(const ExchangePtr& exchange, Call call) {
  if (answer_known(*exchange, call)) {
    return;
  }
  const bool taken =
      pool_.submit([this, exchange, call = std::move(call)](CurrentSearcher& searcher) {
        search(*exchange, call, searcher);
      });
  if (!taken) {
    fail(*exchange, overloaded());
  }
}

// What the client has already, or the cache.
bool Service::answer_known(Exchange& exchange, const Call& call) {
  const auto index = state_.current();
  if (!index) {
    return false;
  }
  const std::string tag = entity_tag(call.key, index->tag);
  if (names_tag(exchange.request.if_none_match, tag)) {
    Response response;
    response.status = 304;
    add_validators(response, tag);
    finish(exchange, std::move(response));
    return true;
  }
  const bool gzip = accepts_gzip(exchange.request.accept_encoding);
  auto body = cache_.find(cache_key(*index, call, gzip));
  if (!body) {
    return false;
  }
  exchange.timings = "cache;desc=hit";
  Response response = with_body(call, std::move(body));
  add_validators(response, tag);
  finish(exchange, std::move(response));
  return true;
}

void Service::search(Exchange& exchange, const Call& call, CurrentSearcher& searcher) {
  const auto started = Clock::now();
  const auto waited = started - exchange.started;
  exchange.timings = timing("queue", milliseconds(waited));
  if (waited > options_.longest_wait) {
    fail(exchange, overloaded());
    return;
  }
  auto answer = searcher.ask(call);
  exchange.timings += ", " + timing("search", milliseconds(Clock::now() - started));
  if (!answer) {
    Problem problem = problem_of(answer.error());
    if (answer.error().code == ErrorCode::kUsage) {
      problem.param = call.cursor_param;
    }
    fail(exchange, problem);
    return;
  }
  const bool gzip = accepts_gzip(exchange.request.accept_encoding);
  auto body = std::make_shared<const std::string>(gzip ? smaller(std::move(answer->body))
                                                       : std::move(answer->body));
  Response response = with_body(call, body);
  if (answer->partial) {
    response.set("Cache-Control", "no-store");
  } else {
    cache_.keep(cache_key(searcher.index(), call, gzip), std::move(body));
    add_validators(response, entity_tag(call.key, searcher.index().tag));
  }
  finish(exchange, std::move(response));
}

void Service::fail(Exchange& exchange, const Problem& problem) const {
  finish(exchange, problem_response(problem, exchange.request.request_id));
}

void Service::finish(Exchange& exchange, Response response) const {
  if (!exchange.timings.empty()) {
    exchange.timings += ", ";
  }
  exchange.timings += timing("total", milliseconds(Clock::now() - exchange.started));
  response.set("Server-Timing", exchange.timings);
  response.set("X-Request-Id", exchange.request.request_id);
  add_security_headers(response);
  add_cors_headers(response, exchange.request, options_.cors_origins);
  exchange.done(std::move(response));
}

}  // namespace lede::serve
