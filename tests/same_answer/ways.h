// The ways to ask Lede. Each gives for each query its answer, as the JSON that `search --json`
// prints without its times, or {"error": {"code", "message"}}.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lede::test {

struct Asked {
  std::vector<std::string> queries;
  bool strict = false;
};

using Answers = std::vector<nlohmann::json>;

[[nodiscard]] Answers ask_library(const std::filesystem::path& database, const Asked& asked);

// lede-searcher serve, on one connection.
[[nodiscard]] Answers ask_http(const std::filesystem::path& database, const Asked& asked);

// lede-searcher mcp, which knows no strictness. A query that JSON cannot hold, since it is no text,
// has null.
[[nodiscard]] Answers ask_mcp(const std::filesystem::path& database, const Asked& asked);

// lede-searcher batch, which knows no strictness; a query that no line of a file can hold has null.
// Errors are without a code.
[[nodiscard]] Answers ask_batch(const std::filesystem::path& database, const Asked& asked);

// lede-searcher search, for each query anew; one that no argument can be has null. Errors are
// without a code.
[[nodiscard]] Answers ask_search(const std::filesystem::path& database, const Asked& asked);

}  // namespace lede::test
