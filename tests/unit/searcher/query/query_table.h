// queries.tsv: what is typed, pasted and thrown at a search box, and the tree each becomes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lede::test {

struct QueryRow {
  std::size_t line = 0;
  std::string query;
  std::string tree;
  std::string warnings;  // their codes
};

[[nodiscard]] std::vector<QueryRow> query_table();

}  // namespace lede::test
