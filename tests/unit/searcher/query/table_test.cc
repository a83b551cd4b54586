// queries.tsv: what is typed, pasted and thrown at a search box, and the tree each becomes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/searcher/query/query_cases.h"
#include "tests/unit/searcher/query/query_invariants.h"

namespace lede::test {
namespace {

struct Row {
  std::size_t line = 0;
  std::string query;
  std::string tree;
  std::string warnings;
};

int hex_digit(char c) {
  const std::size_t digit = std::string_view("0123456789ABCDEF").find(c);
  return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
}

// "{09}" is the byte of that number.
std::string decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = at + 3 < text.size() && text[at] == '{' && text[at + 3] == '}' &&
                        hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0;
    if (escape) {
      bytes += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
      at += 3;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

std::vector<Row> rows() {
  std::ifstream file(std::string(LEDE_SOURCE_DIR) + "/tests/unit/searcher/query/queries.tsv");
  std::vector<Row> found;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.starts_with("## ")) {
      continue;
    }
    const std::size_t tree = line.find('\t');
    EXPECT_NE(tree, std::string::npos) << "no tab in line " << number;
    const std::size_t warnings = std::min(line.find('\t', tree + 1), line.size());
    found.push_back({number, decoded(line.substr(0, tree)),
                     decoded(line.substr(tree + 1, warnings - tree - 1)),
                     line.substr(std::min(warnings + 1, line.size()))});
  }
  return found;
}

TEST(QueryTable, EveryQueryBecomesItsTree) {
  const std::vector<Row> table = rows();
  EXPECT_GE(table.size(), 300U);
  for (const Row& row : table) {
    EXPECT_EQ(tree_of(row.query), row.tree) << "line " << row.line << ": " << row.query;
    const std::string expected = row.tree.starts_with("ERROR") ? "ERROR" : row.warnings;
    EXPECT_EQ(warnings_of(row.query), expected) << "line " << row.line << ": " << row.query;
  }
}

TEST(QueryTable, EveryQueryKeepsThePromisesOfTheTree) {
  for (const Row& row : rows()) {
    EXPECT_EQ(broken_invariant(row.query, {}), "") << "line " << row.line;
  }
}

// Typing a query letter by letter asks for each of its beginnings.
TEST(QueryTable, EveryBeginningOfAQueryParses) {
  for (const Row& row : rows()) {
    for (std::size_t length = 0; length < row.query.size(); ++length) {
      EXPECT_EQ(broken_invariant(row.query.substr(0, length), {}), "")
          << "line " << row.line << ", " << length << " bytes";
    }
  }
}

}  // namespace
}  // namespace lede::test
