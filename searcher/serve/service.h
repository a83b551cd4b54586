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

#include "searcher/serve/index_state.h"
#include "searcher/serve/request.h"
#include "searcher/serve/response.h"
#include "searcher/serve/result_cache.h"
#include "searcher/serve/router.h"
#include "searcher/serve/search_pool.h"

namespace lede::serve {

struct ServiceOptions {
  QueryLimits limits;
  std::size_t cache_bytes = std::size_t{64} << 20U;
  std::vector<std::string> cors_origins;         // that may read answers from a browser
  std::chrono::milliseconds longest_wait{5000};  // for a search thread
};

// Thread-safe.
class Service {
 public:
  using Done = std::function<void(Response)>;

  Service(ServiceOptions options, IndexState& state, SearchPool& pool);

  // Calls `done` once, soon: at once, or from a search thread.
  void answer(Request request, Done done);

  // For bytes that are no request.
  [[nodiscard]] Response refuse(const Problem& problem) const;

  // Has a search thread open what is on disk, if that is not open already.
  void look_at_database();
  // Has each search thread open it before its next search, whatever it has open.
  void reload();

  // From now on /readyz says no, so that no more requests are sent here.
  void begin_draining() { draining_ = true; }

 private:
  struct Exchange;
  using ExchangePtr = std::shared_ptr<Exchange>;  // handed from an I/O thread to a search thread

  [[nodiscard]] std::vector<Route> routes();
  [[nodiscard]] Planned plan(Exchange& exchange) const;
  [[nodiscard]] Response ready() const;
  void ask(const ExchangePtr& exchange, Call call);
  [[nodiscard]] bool answer_known(Exchange& exchange, const Call& call);
  void search(Exchange& exchange, const Call& call, CurrentSearcher& searcher);
  void fail(Exchange& exchange, const Problem& problem) const;
  void finish(Exchange& exchange, Response response) const;

  const ServiceOptions options_;
  IndexState& state_;
  SearchPool& pool_;
  ResultCache cache_;
  const Router router_;
  std::atomic<bool> draining_ = false;
};

}  // namespace lede::serve
