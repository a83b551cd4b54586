// What is in a database, in figures.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/result.h"

namespace lede {

struct DatabaseStats {
  std::uint64_t articles = 0;
  std::uint64_t files = 0;
  std::uint64_t failed_records = 0;    // of those files, at the last reading
  std::uint64_t incomplete_files = 0;  // to be read again by the next update
  std::uint64_t text_bytes = 0;
  std::uint64_t index_bytes = 0;
  std::vector<std::string> sources;                              // folders
  std::vector<std::pair<std::string, std::uint64_t>> languages;  // tag, articles; most first
  std::optional<std::int64_t> oldest;  // published, seconds since 1970 UTC
  std::optional<std::int64_t> newest;
  std::string revision;
  std::string schema;
  std::string analyzer;
};

[[nodiscard]] Result<DatabaseStats> database_stats(const std::string& path);

}  // namespace lede
