// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/query/query_cases.h"

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace lede::test {
namespace {

Result<ParsedQuery> parse(std::string_view query) {
  ParseOptions options;
  options.now = kNow;
  return parse_query(query, options);
}

}  // namespace

std::string tree_of(std::string_view query) {
  const auto parsed = parse(query);
  return parsed ? to_string(parsed->root) : "ERROR " + parsed.error().message;
}

std::string warnings_of(std::string_view query) {
  const auto parsed = parse(query);
  if (!parsed) {
    return "ERROR";
  }
  std::string codes;
  for (const QueryWarning& warning : parsed->warnings) {
    codes += codes.empty() ? "" : " ";
    codes += warning.code;
  }
  return codes;
}

void check_queries(const std::vector<QueryCase>& cases) {
  for (const QueryCase& expected : cases) {
    EXPECT_EQ(tree_of(expected.query), expected.tree) << "query: " << expected.query;
    EXPECT_EQ(warnings_of(expected.query), expected.warnings) << "query: " << expected.query;
  }
}

}  // namespace lede::test
