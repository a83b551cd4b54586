// A file for each test process, a line for each exchange.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/exchange_record.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>

namespace lede::test {

void record_exchange(const HttpQuestion& question, const HttpAnswer& answer) {
  static std::ofstream file = [] {
    const std::filesystem::path folder = LEDE_EXCHANGES;
    std::filesystem::create_directories(folder);
    return std::ofstream(folder / (std::to_string(getpid()) + ".jsonl"));
  }();
  if (answer.status == 0 || question.method == "HEAD") {
    return;
  }
  const nlohmann::json line = {{"method", question.method},
                               {"target", question.target},
                               {"sent", question.body},
                               {"status", answer.status},
                               {"type", answer.field("content-type")},
                               {"coding", answer.field("content-encoding")},
                               {"body", answer.json()}};
  static std::mutex mutex;  // some tests ask from several threads
  const std::lock_guard lock(mutex);
  file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
}

}  // namespace lede::test
