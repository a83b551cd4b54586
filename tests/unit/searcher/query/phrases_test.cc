// Quotation marks of all kinds, paired or not.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryPhrases, QuotationMarksOfManyHands) {
  check_queries({
      {"\"long range\"", "phrase:\"long range\"", ""},
      {"“long range”", "phrase:\"long range\"", ""},
      {"„lange Reichweite“", "phrase:\"lange Reichweite\"", ""},
      {"„długi zasięg”", "phrase:\"długi zasięg\"", ""},
      {"\"mixed marks”", "phrase:\"mixed marks\"", ""},
      {"«longue portée»", "phrase:\"longue portée\"", ""},
      {"« longue portée »", "phrase:\"longue portée\"", ""},
      {"»lange rækkevidde«", "phrase:\"lange rækkevidde\"", ""},
      {"＂全角＂", "phrase:\"全角\"", ""},
      {"\"long   range\"", "phrase:\"long range\"", ""},
      {"\"a\" \"b\"", "(words phrase:\"a\" phrase:\"b\")", ""},
      {"\"a\"\"b\"", "(words phrase:\"a\" phrase:\"b\")", ""},
      {"a\"b c\"d", "(words word:a phrase:\"b c\" word:d)", ""},
      {"say\"so\"", "(words word:say phrase:\"so\")", ""},
      {"say“so”", "(words word:say phrase:\"so\")", ""},
      {"习近平\"一带一路\"倡议", "(words word:习近平 phrase:\"一带一路\" word:倡议)", ""},
  });
}

TEST(QueryPhrases, WhatStandsInOneIsNoSyntax) {
  check_queries({
      {"\"a AND b\"", "phrase:\"a AND b\"", ""},
      {"\"-a\"", "phrase:\"-a\"", ""},
      {"\"(a\"", "phrase:\"(a\"", ""},
      {"\"title:a\"", "phrase:\"title:a\"", ""},
      {"\"word*\"", "phrase:\"word*\"", ""},
      {"\"date:2024\"", "phrase:\"date:2024\"", ""},
      {"\"it's\"", "phrase:\"it's\"", ""},
      {"\"a \\\"b\\\" c\"", "phrase:\"a \\\"b\\\" c\"", ""},
      {"\"C:\\dir\"", "phrase:\"C:\\\\dir\"", ""},
      {"\"back\\\\slash\"", "phrase:\"back\\\\slash\"", ""},
      {"\"to be or not to be\"", "phrase:\"to be or not to be\"", ""},
      {"\"A B AND C D\"", "phrase:\"A B AND C D\"", ""},
  });
}

TEST(QueryPhrases, UnbalancedOnesAreWords) {
  check_queries({
      {"\"", "(words)", "unbalanced_quote"},
      {"\"a b", "(words word:a word:b)", "unbalanced_quote"},
      {"a b\"", "(words word:a word:\"b\\\"\")", "unbalanced_quote"},
      {"a \"b c", "(words word:a word:b word:c)", "unbalanced_quote"},
      {"\"a b\" \"c d", "(words phrase:\"a b\" word:c word:d)", "unbalanced_quote"},
      {"“a b", "(words word:a word:b)", "unbalanced_quote"},
      {"a b”", "(words word:a word:b”)", "unbalanced_quote"},
      {"«a b", "(words word:a word:b)", "unbalanced_quote"},
      {"a «b c", "(words word:a word:b word:c)", "unbalanced_quote"},
      {"title:\"a b", "(words word@title:a word:b)", "unbalanced_quote"},
      {"\"a b\" c\"", "(words phrase:\"a b\" word:\"c\\\"\")", "unbalanced_quote"},
  });
}

TEST(QueryPhrases, EmptyOnesAreIgnored) {
  check_queries({
      {"\"\"", "(words)", ""},
      {"\"\" a", "word:a", ""},
      {"\"...\"", "(words)", ""},
      {"a \"\" b", "(words word:a word:b)", ""},
      {"title:\"\"", "word:title", "empty_field"},
  });
}

}  // namespace
}  // namespace lede::test
