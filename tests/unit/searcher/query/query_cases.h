// How the tests of the query language say what a query should become.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lede::test {

// Friday, 14 June 2024, 12:00:00 UTC: what relative dates in the tests count from.
inline constexpr std::int64_t kNow = 1718366400;

struct QueryCase {
  std::string_view query;
  std::string_view tree;      // as to_string prints it
  std::string_view warnings;  // their codes in order, separated by spaces
};

// Parses each query and compares; each failure names the query.
void check_queries(const std::vector<QueryCase>& cases);

// The tree of `query` on one line, or "ERROR message".
[[nodiscard]] std::string tree_of(std::string_view query);

// The codes of the warnings of `query`, separated by spaces.
[[nodiscard]] std::string warnings_of(std::string_view query);

}  // namespace lede::test
