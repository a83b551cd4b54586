// What is worth knowing of a request that was answered: for the figures and the log.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/serve/request.h"

namespace lede::serve {

struct Observed {
  explicit Observed(const Request& asked) : request(asked) {}

  const Request& request;
  std::string_view endpoint;  // "/v1/documents/{}"; empty where there is none
  std::string_view key_name;  // whose key it came with
  int status = 0;
  std::size_t bytes = 0;  // of the body
  double total_ms = 0;
  std::optional<double> queue_ms;   // where it waited for a search thread
  std::optional<double> search_ms;  // where it was searched for
  bool page = false;                // asked for by a person
  bool cached = false;
  bool shared = false;   // answered together with another who asked the same before
  bool partial = false;  // the time limit passed first
  bool empty = false;    // nothing was found
};

}  // namespace lede::serve
