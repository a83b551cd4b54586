// Answering requests.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/service.h"

#include <exception>
#include <type_traits>
#include <utility>

#include "searcher/serve/coding.h"
#include "searcher/serve/common_fields.h"
#include "searcher/serve/cors.h"
#include "searcher/serve/entity_tag.h"
#include "searcher/serve/page_endpoints.h"
#include "searcher/serve/problem_response.h"
#include "searcher/serve/request_id.h"
#include "searcher/serve/request_parameters.h"
#include "searcher/serve/target.h"

namespace lede::serve {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestTarget = 16'384;
constexpr int kBusySeconds = 1;

double milliseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

Problem overloaded() {
  return {503, "overloaded", "more searches wait than can be answered soon", {}, kBusySeconds};
}

// What `action` gives. A mistake of ours, or no memory, costs one answer and not the server.
template <typename Action>
std::invoke_result_t<Action> guarded(Action action) {
  try {
    return action();
  } catch (const std::exception&) {
    return {Problem{500, "internal", "the server could not answer"}};
  }
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
  Exchange(Request asked, Done answered) : request(std::move(asked)), done(std::move(answered)) {}
  ~Exchange() = default;
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  const Request request;
  const Done done;
  const Clock::time_point started = Clock::now();
  std::string key_name;
  Observed observed = Observed(request);
};

// A search, and those who wait for it.
struct Service::Flight {
  std::string name;
  Call call;
  bool gzip = false;
  Clock::time_point asked;
};

// What everybody aboard is answered.
struct Service::Found {
  std::variant<Response, Problem> result;
  std::optional<double> search_ms = {};
  bool partial = false;
  bool empty = false;
};

Service::Service(ServiceOptions options, IndexState& state, SearchPool& pool)
    : options_(std::move(options)),
      state_(state),
      pool_(pool),
      gate_(options_.gate),
      cache_(options_.cache_bytes),
      router_(routes()) {}

Result<void> Service::start() {
  if (!options_.access_log.empty()) {
    auto log = AccessLog::open(options_.access_log);
    if (!log) {
      return lede::fail(std::move(log).error());
    }
    log_ = *std::move(log);
  }
  return gate_.load();
}

Result<void> Service::reload() {
  state_.forget();
  look_around();
  if (log_) {
    if (auto reopened = log_->reopen(); !reopened) {
      return reopened;
    }
  }
  return gate_.load();
}

void Service::look_around() {
  if (log_) {
    log_->flush();
  }
  if (!state_.current()) {
    // A full queue has jobs that will look themselves; what cannot be opened, the state remembers.
    static_cast<void>(
        pool_.submit([](CurrentSearcher& searcher) { static_cast<void>(searcher.renew()); }));
  }
}

void Service::answer(Request request, Done done) {
  request.request_id = request_id(request.request_id);
  const auto exchange = std::make_shared<Exchange>(std::move(request), std::move(done));
  Planned planned = guarded([&] { return plan(*exchange); });
  if (auto* call = std::get_if<Call>(&planned)) {
    ask(exchange, std::move(*call));
  } else if (auto* response = std::get_if<Response>(&planned)) {
    finish(*exchange, std::move(*response));
  } else {
    fail(*exchange, std::get<Problem>(planned));
  }
}

Response Service::refuse(const Problem& problem) {
  Response refusal;
  Request nothing;
  nothing.request_id = request_id({});
  Exchange exchange(std::move(nothing),
                    [&refusal](Response response) { refusal = std::move(response); });
  fail(exchange, problem);
  return refusal;
}

Planned Service::plan(Exchange& exchange) {
  const Request& request = exchange.request;
  if (request.target.size() > kLongestTarget) {
    return Problem{414, "target_too_long",
                   "the target is longer than " + std::to_string(kLongestTarget) + " bytes"};
  }
  const auto target = parse_target(request.target);
  if (!target) {
    return Problem{400, "bad_target",
                   "the target is no path, or a % is not followed by two digits"};
  }
  auto found = router_.find(target->segments);
  auto* match = std::get_if<RouteMatch>(&found);
  exchange.observed.page = match != nullptr && match->route->page;
  // What is not there is told to those only who would be let in if it were.
  const bool preflight = request.method == "OPTIONS";
  const Access access = preflight          ? Access::kOpen
                        : match != nullptr ? match->route->access
                                           : Access::kKeyed;
  auto admitted = gate_.admit(request, access);
  if (auto* problem = std::get_if<Problem>(&admitted)) {
    return std::move(*problem);
  }
  exchange.key_name = std::get<std::string>(std::move(admitted));
  if (match == nullptr) {
    return std::get<Problem>(std::move(found));
  }
  exchange.observed.endpoint = match->route->pattern;
  if (preflight) {
    return preflight_response(request, match->route->methods(), options_.cors_origins);
  }
  if (auto problem = method_problem(*match->route, request.method)) {
    return *std::move(problem);
  }
  auto parameters = request_parameters(request, target->query);
  if (auto* problem = std::get_if<Problem>(&parameters)) {
    return std::move(*problem);
  }
  const std::string base = options_.base_url.empty() ? "http://" + request.host : options_.base_url;
  return match->route->plan(
      {std::move(match->name), base, std::get<Parameters>(parameters), options_.limits});
}

void Service::ask(const ExchangePtr& exchange, Call call) {
  if (answer_known(*exchange, call)) {
    return;
  }
  const bool gzip = accepts_gzip(exchange->request.accept_encoding);
  // What was committed before somebody asked must be in the answer, so another state of the disk is
  // another flight.
  std::string name = (gzip ? "z" : "i") + stamp_text(read_stamp(state_.paths())) + " " + call.key;
  if (!flights_.board(name, exchange)) {
    return;
  }
  const bool taken =
      pool_.submit([this, flight = Flight{name, std::move(call), gzip, exchange->started}](
                       CurrentSearcher& searcher) { search(flight, searcher); });
  if (!taken) {
    for (const ExchangePtr& waiting : flights_.land(name)) {
      fail(*waiting, overloaded());
    }
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
  exchange.observed.cached = true;
  Response response = with_body(call, std::move(body));
  add_validators(response, tag);
  finish(exchange, std::move(response));
  return true;
}

void Service::search(const Flight& flight, CurrentSearcher& searcher) {
  const auto began = Clock::now();
  ++searching_;
  const Found found = guarded([&] { return find(flight, searcher); });
  --searching_;  // before anybody is answered who may then ask for the figures
  bool first = true;
  for (const ExchangePtr& exchange : flights_.land(flight.name)) {
    Observed& observed = exchange->observed;
    observed.partial = found.partial;
    observed.empty = found.empty;
    observed.shared = !first;
    if (first) {
      observed.queue_ms = milliseconds(began - exchange->started);
      observed.search_ms = found.search_ms;
    }
    first = false;
    if (const auto* problem = std::get_if<Problem>(&found.result)) {
      fail(*exchange, *problem);
    } else {
      finish(*exchange, std::get<Response>(found.result));
    }
  }
}

Service::Found Service::find(const Flight& flight, CurrentSearcher& searcher) {
  const auto began = Clock::now();
  // Nobody reads an answer that comes so late, unless others have joined since.
  if (began - flight.asked > options_.longest_wait && flights_.aboard(flight.name) <= 1) {
    return {overloaded()};
  }
  auto answer = searcher.ask(flight.call);
  const double search_ms = milliseconds(Clock::now() - began);
  if (!answer) {
    Problem problem = problem_of(answer.error());
    if (answer.error().code == ErrorCode::kUsage) {
      problem.param = flight.call.cursor_param;
    }
    return {std::move(problem), search_ms};
  }
  auto body = std::make_shared<const std::string>(flight.gzip ? smaller(std::move(answer->body))
                                                              : std::move(answer->body));
  Response response = with_body(flight.call, body);
  if (answer->partial) {
    response.set("Cache-Control", "no-store");
  } else {
    cache_.keep(cache_key(searcher.index(), flight.call, flight.gzip), std::move(body));
    add_validators(response, entity_tag(flight.call.key, searcher.index().tag));
  }
  return {std::move(response), search_ms, answer->partial, answer->empty};
}

void Service::fail(Exchange& exchange, const Problem& problem) {
  finish(exchange, exchange.observed.page ? page_problem_response(problem, exchange.request)
                                          : problem_response(problem, exchange.request.request_id));
}

void Service::finish(Exchange& exchange, Response response) {
  Observed& observed = exchange.observed;
  observed.key_name = exchange.key_name;
  observed.status = response.status;
  observed.bytes = response.body ? response.body->size() : 0;
  observed.total_ms = milliseconds(Clock::now() - exchange.started);
  add_common_fields(response, observed);
  add_cors_headers(response, exchange.request, options_.cors_origins);
  metrics_.count(observed);
  if (log_) {
    log_->write(observed);
  }
  exchange.done(std::move(response));
}

}  // namespace lede::serve
