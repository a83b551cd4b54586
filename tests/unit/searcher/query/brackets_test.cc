// Groups, and brackets that are none.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryBrackets, Group) {
  check_queries({
      {"(a)", "word:a", ""},
      {"((a))", "word:a", ""},
      {"(a b)", "(words word:a word:b)", ""},
      {"(a b) c", "(words (words word:a word:b) word:c)", ""},
      {"a (b c)", "(words word:a (words word:b word:c))", ""},
      {"((a b) (c d))", "(words (words word:a word:b) (words word:c word:d))", ""},
      {"(a b) (c d)", "(words (words word:a word:b) (words word:c word:d))", ""},
      {"(a OR (b c)) d", "(words (or word:a (words word:b word:c)) word:d)", ""},
      {"foo(bar)", "word:\"foo(bar)\"", ""},
      {"foo(bar baz)", "(words word:\"foo(bar\" word:\"baz)\")", ""},
      {"(foo(bar) baz)", "(words word:\"foo(bar)\" word:baz)", ""},
      {"f(x) AND g(y)", "(and word:\"f(x)\" word:\"g(y)\")", ""},
      {"(a)b", "(words word:a word:b)", ""},
      {"(a)(b)", "(words word:a word:b)", ""},
      {"( a )", "word:a", ""},
      {"(a b)-c", "(words (words word:a word:b) word:-c)", ""},
  });
}

TEST(QueryBrackets, EmptyOnesMayHaveWhatFollowsGroups) {
  check_queries({{"()^3 NOT", "(words)", "misplaced_mark dangling_operator"},
                 {"()~2 a", "word:a", "misplaced_mark"},
                 {"a AND ()^2", "word:a", "dangling_operator misplaced_mark"}});
}

TEST(QueryBrackets, UnbalancedOnesAreReported) {
  check_queries({
      {"(", "(words)", "unbalanced_bracket"},
      {")", "(words)", "unbalanced_bracket"},
      {"(a", "word:a", "unbalanced_bracket"},
      {"a)", "word:\"a)\"", "unbalanced_bracket"},
      {"(a b", "(words word:a word:b)", "unbalanced_bracket"},
      {"a b)", "(words word:a word:\"b)\")", "unbalanced_bracket"},
      {"((a b) c", "(words (words word:a word:b) word:c)", "unbalanced_bracket"},
      {"(a b)) c", "(words (words word:a word:b) word:c)", "unbalanced_bracket"},
      {"a ) b", "(words word:a word:b)", "unbalanced_bracket"},
      {":)", "(words)", ""},
      {":-)) happy", "word:happy", ""},
      {"(a OR", "word:a", "unbalanced_bracket dangling_operator"},
      {"([a] b", "(words word:[a] word:b)", "unbalanced_bracket"},
  });
}

}  // namespace
}  // namespace lede::test
