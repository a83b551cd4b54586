// The server as a whole: standard input and output, search threads, signals.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "searcher/api/search_parameters.h"

namespace lede::mcp {

// What an assistant can take in at a time is less than what a program can.
[[nodiscard]] constexpr serve::QueryLimits assistant_limits() {
  serve::QueryLimits limits;
  limits.page = 100;
  limits.snippets = 5;
  limits.suggestions = 20;
  return limits;
}

struct StdioOptions {
  std::vector<std::string> databases;
  std::size_t search_threads = 2;
  std::size_t longest_queue = 256;
  std::size_t longest_line = std::size_t{1} << 20U;  // bytes of a message that comes in
  serve::QueryLimits limits = assistant_limits();
};

// Answers until standard input ends, after which it answers what was asked, or until SIGTERM or
// SIGINT. Errors: kIo (a stream), and those of opening a database.
[[nodiscard]] Result<void> serve_stdio(const StdioOptions& options);

}  // namespace lede::mcp
