// Figures for Prometheus, in its text format. docs/operations.md lists them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "searcher/serve/observed.h"
#include "searcher/serve/result_cache.h"

namespace lede::serve {

// What is so at the moment of asking.
struct ServerFigures {
  CacheFigures cache;
  std::size_t waiting = 0;    // searches in the queue
  std::size_t searching = 0;  // and under way
  std::size_t connections = 0;
  std::uint64_t documents = 0;
  std::uint64_t times_opened = 0;  // the database, since the start
  std::int64_t index_age_s = 0;    // since the last commit
  std::string revision;
};

// Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void count(const Observed& observed);
  [[nodiscard]] std::string text(const ServerFigures& figures);

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

}  // namespace lede::serve
