// The server as a whole: its threads, its sockets, and the signals it minds.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "searcher/serve/connection_limits.h"
#include "searcher/serve/service.h"

namespace lede::serve {

struct ServerOptions {
  std::vector<std::string> databases;
  std::vector<std::string> listen;  // nothing: the sockets of systemd, or 127.0.0.1:7700
  bool allow_public = false;        // serve without keys to others than this machine
  std::size_t search_threads = 0;   // 0: as many as processors
  std::size_t longest_queue = 256;
  std::chrono::seconds drain{10};  // for requests under way, when told to stop
  ServiceOptions service;
  ConnectionLimits connections;
  std::function<void(std::string_view)> tell;  // a line for people: where it listens, why it ends
};

// Serves until SIGTERM or SIGINT. SIGHUP opens the database anew. Errors: kUsage (an address),
// kIo (a socket), and those of opening a database.
[[nodiscard]] Result<void> serve(const ServerOptions& options);

}  // namespace lede::serve
