// From a request to its response, whatever carries them: routes, rights, cache, search threads.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/api/index_state.h"
#include "searcher/api/search_pool.h"
#include "searcher/serve/access_log.h"
#include "searcher/serve/flights.h"
#include "searcher/serve/gate.h"
#include "searcher/serve/metrics.h"
#include "searcher/serve/request.h"
#include "searcher/serve/response.h"
#include "searcher/serve/result_cache.h"
#include "searcher/serve/router.h"

namespace lede::serve {

struct ServiceOptions {
  QueryLimits limits;
  std::size_t cache_bytes = std::size_t{64} << 20U;
  std::chrono::milliseconds longest_wait{5000};  // for a search thread
  std::vector<std::string> cors_origins;         // that may read answers from a browser
  std::string base_url;    // what clients call the server; empty: by the host of their request
  std::string access_log;  // a file, or "-"; empty: none
  GateOptions gate;
};

// Thread-safe.
class Service {
 public:
  using Done = std::function<void(Response)>;

  Service(ServiceOptions options, IndexState& state, SearchPool& pool);

  // To be called once, before the first request. Errors: a key file or log that cannot be opened.
  [[nodiscard]] Result<void> start();

  // Calls `done` once, soon: at once, or from a search thread.
  void answer(Request request, Done done);

  // For bytes that are no request.
  [[nodiscard]] Response refuse(const Problem& problem);

  // Now and then: has a search thread open what is on disk, if that is not open already, so that
  // readiness and figures are true even when nobody searches; and what the log keeps back is
  // written.
  void look_around();
  // Has each search thread open it before its next search, whatever it has open; keys and log too.
  [[nodiscard]] Result<void> reload();

  // From now on /readyz says no, so that no more requests are sent here.
  void begin_draining() { draining_ = true; }

  // For the figures.
  void set_connection_count(std::function<std::size_t()> count) { connections_ = std::move(count); }

 private:
  struct Exchange;
  using ExchangePtr = std::shared_ptr<Exchange>;  // handed from an I/O thread to a search thread

  [[nodiscard]] std::vector<Route> routes();
  [[nodiscard]] Planned plan(Exchange& exchange);
  [[nodiscard]] Response ready() const;
  [[nodiscard]] Response metrics();
  struct Flight;
  struct Found;
  void ask(const ExchangePtr& exchange, Call call);
  [[nodiscard]] bool answer_known(Exchange& exchange, const Call& call);
  void search(const Flight& flight, CurrentSearcher& searcher);
  [[nodiscard]] Found find(const Flight& flight, CurrentSearcher& searcher);
  void fail(Exchange& exchange, const Problem& problem);
  void finish(Exchange& exchange, Response response);

  const ServiceOptions options_;
  IndexState& state_;
  SearchPool& pool_;
  Gate gate_;
  ResultCache cache_;
  Metrics metrics_;
  std::unique_ptr<AccessLog> log_;  // set by start(); null where there is none
  std::function<std::size_t()> connections_ = [] { return std::size_t{0}; };
  const Router router_;
  Flights<ExchangePtr> flights_;
  std::atomic<std::size_t> searching_ = 0;
  std::atomic<bool> draining_ = false;
};

}  // namespace lede::serve
