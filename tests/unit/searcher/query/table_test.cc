// queries.tsv: what is typed, pasted and thrown at a search box, and the tree each becomes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/searcher/query/query_cases.h"
#include "tests/unit/searcher/query/query_invariants.h"
#include "tests/unit/searcher/query/query_table.h"

namespace lede::test {
namespace {

TEST(QueryTable, EveryQueryBecomesItsTree) {
  const std::vector<QueryRow> table = query_table();
  EXPECT_GE(table.size(), 300U);
  for (const QueryRow& row : table) {
    EXPECT_EQ(tree_of(row.query), row.tree) << "line " << row.line << ": " << row.query;
    const std::string expected = row.tree.starts_with("ERROR") ? "ERROR" : row.warnings;
    EXPECT_EQ(warnings_of(row.query), expected) << "line " << row.line << ": " << row.query;
  }
}

TEST(QueryTable, EveryQueryKeepsThePromisesOfTheTree) {
  for (const QueryRow& row : query_table()) {
    EXPECT_EQ(broken_invariant(row.query, {}), "") << "line " << row.line;
  }
}

// Typing a query letter by letter asks for each of its beginnings.
TEST(QueryTable, EveryBeginningOfAQueryParses) {
  for (const QueryRow& row : query_table()) {
    for (std::size_t length = 0; length < row.query.size(); ++length) {
      EXPECT_EQ(broken_invariant(row.query.substr(0, length), {}), "")
          << "line " << row.line << ", " << length << " bytes";
    }
  }
}

}  // namespace
}  // namespace lede::test
