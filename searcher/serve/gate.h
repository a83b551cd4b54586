// Who is let in: requests that call the server by its own name and, where it has keys, show one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "searcher/api/problem.h"
#include "searcher/serve/api_keys.h"
#include "searcher/serve/request.h"
#include "searcher/serve/router.h"

namespace lede::serve {

struct GateOptions {
  std::string key_file;            // empty: no keys are asked for
  bool any_host = false;           // do not mind what clients call the server
  std::vector<std::string> hosts;  // its names, beside localhost and addresses in numbers
};

// Thread-safe.
class Gate {
 public:
  explicit Gate(GateOptions options) : options_(std::move(options)) {}

  // Reads the keys, again. Errors of ApiKeys::load; then the old ones stay.
  [[nodiscard]] Result<void> load();

  // The name of the key it came with, empty where none is needed; or what is wrong.
  [[nodiscard]] std::variant<std::string, Problem> admit(const Request& request,
                                                         Access access) const;

 private:
  const GateOptions options_;
  mutable std::mutex mutex_;
  std::shared_ptr<const ApiKeys> keys_;  // under mutex_; requests that are let in go on with theirs
};

}  // namespace lede::serve
