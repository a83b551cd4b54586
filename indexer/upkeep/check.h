// Whether a database is whole: its tables, every stored article, and that each is found by its id.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/result.h"

namespace lede {

struct CheckReport {
  std::uint64_t articles = 0;
  std::uint64_t files = 0;
  std::vector<std::string> problems;  // in words; the first hundred
  std::uint64_t problem_count = 0;
};

// Reads all of the database. A database that is damaged is a report with problems, or
// kDatabaseCorrupt when it cannot even be opened.
[[nodiscard]] Result<CheckReport> check_database(const std::string& path);

}  // namespace lede
