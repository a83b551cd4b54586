// NEAR, ADJ and SENTENCE: what they join, how far, and when they are only words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryProximity, JoinsTwoWords) {
  check_queries({
      {"a NEAR b", "(near word:a word:b)~10", ""},
      {"a NEAR/5 b", "(near word:a word:b)~5", ""},
      {"a W/5 b", "(near word:a word:b)~5", ""},
      {"a ADJ b", "(adjacent word:a word:b)~1", ""},
      {"a ADJ/3 b", "(adjacent word:a word:b)~3", ""},
      {"a PRE/3 b", "(adjacent word:a word:b)~3", ""},
      {"a SENTENCE b", "(sentence word:a word:b)", ""},
      {"北京 NEAR/5 天气", "(near word:北京 word:天气)~5", ""},
  });
}

TEST(QueryProximity, ChainsAddUp) {
  check_queries({
      {"a NEAR/5 b NEAR/5 c", "(near word:a word:b word:c)~10", ""},
      {"a NEAR/5 b NEAR/2 c", "(near word:a word:b word:c)~7", ""},
      {"a ADJ b ADJ c ADJ d", "(adjacent word:a word:b word:c word:d)~3", ""},
      {"a SENTENCE b SENTENCE c", "(sentence word:a word:b word:c)", ""},
  });
}

TEST(QueryProximity, BindsTighterThanAndOrAndSideBySide) {
  check_queries({
      {"x a NEAR/5 b y", "(words word:x (near word:a word:b)~5 word:y)", ""},
      {"x AND a NEAR/5 b", "(and word:x (near word:a word:b)~5)", ""},
      {"a NEAR/5 b OR c", "(or (near word:a word:b)~5 word:c)", ""},
      {"-(a NEAR/5 b) c", "(words (not (near word:a word:b)~5) word:c)", ""},
      {"title:(a NEAR/5 b)", "(near word@title:a word@title:b)~5", ""},
      {"title:a NEAR/5 title:b", "(near word@title:a word@title:b)~5", ""},
      {"a NEAR b date:2024", "(words (near word:a word:b)~10 date:2024-01-01..2025-01-01)", ""},
  });
}

TEST(QueryProximity, JoinsWhateverHasAPlaceInTheText) {
  check_queries({
      {"\"a b\" NEAR/5 c*", "(near phrase:\"a b\" word:c)~5", "short_prefix"},
      {"\"a b\" NEAR/5 cd*", "(near phrase:\"a b\" prefix:cd)~5", ""},
      {"w?rd NEAR biden~", "(near wildcard:w?rd fuzzy:biden~1)~10", ""},
      {"(a OR b) NEAR/5 c", "(near (or word:a word:b) word:c)~5", ""},
      {"a ADJ/2 (b OR (c OR \"d e\"))", "(adjacent word:a (or word:b word:c phrase:\"d e\"))~2",
       ""},
      {"(a) NEAR/5 (b)", "(near word:a word:b)~5", ""},
  });
}

TEST(QueryProximity, PlusOfAPartIsOfTheWhole) {
  check_queries({
      {"+a NEAR/5 b c", "(words +(near word:a word:b)~5 word:c)", ""},
      {"a NEAR/5 (b OR +c) d", "(words +(near word:a (or word:b word:c))~5 word:d)", ""},
  });
}

TEST(QueryProximity, WeightOfAPartIsIgnored) {
  check_queries({
      {"a^2 NEAR/5 b", "(near word:a word:b)~5", "misplaced_mark"},
      {"a NEAR/5 (b OR c)^3", "(near word:a (or word:b word:c))~5", "misplaced_mark"},
  });
}

TEST(QueryProximity, WhatItCannotJoinIsPlainWords) {
  check_queries({
      {"a NEAR/5 -b", "(words word:a (not word:b))", "bad_proximity"},
      {"a NEAR NOT b", "(words word:a (not word:b))", "bad_proximity"},
      {"a NEAR/5 date:2024", "(words word:a date:2024-01-01..2025-01-01)", "bad_proximity"},
      {"a NEAR/5 lang:en", "(words word:a value@lang:en)", "bad_proximity"},
      {"a NEAR/5 (b AND c)", "(words word:a (and word:b word:c))", "bad_proximity"},
      {"a NEAR/5 (b c)", "(words word:a (words word:b word:c))", "bad_proximity"},
      {"a NEAR/5 (b NEAR/2 c)", "(words word:a (near word:b word:c)~2)", "bad_proximity"},
      {"a NEAR/5 \"b c\"~2", "(words word:a phrase:\"b c\"~2)", "bad_proximity"},
      {"a NEAR/5 *", "word:a", "bad_proximity"},
      {"a NEAR/5 b ADJ c", "(words word:a word:b word:c)", "bad_proximity"},
      {"title:a NEAR/5 b", "(words word@title:a word:b)", "bad_proximity"},
      {"(a OR title:b) NEAR/5 c", "(words (or word:a word@title:b) word:c)", "bad_proximity"},
      {"x AND a NEAR/5 -b", "(and word:x (words word:a (not word:b)))", "bad_proximity"},
      {"x a NEAR/5 -b", "(words word:x word:a (not word:b))", "bad_proximity"},
  });
}

TEST(QueryProximity, WithNothingToJoinIsIgnored) {
  check_queries({
      {"NEAR/5 b", "word:b", "dangling_operator"},
      {"a NEAR/5", "word:a", "dangling_operator"},
      {"a NEAR/5 NEAR/3 b", "(near word:a word:b)~3", "dangling_operator"},
      {"a NEAR/5 AND b", "(and word:a word:b)", "dangling_operator"},
      {"(a NEAR/5) b", "(words word:a word:b)", "dangling_operator"},
      {"a NEAR/5 ()", "word:a", "dangling_operator"},
      {"NEAR/5", "(words)", "dangling_operator"},
  });
}

TEST(QueryProximity, DistancesStayWithinBounds) {
  check_queries({
      {"a NEAR/0 b", "(near word:a word:b)~1", "out_of_range"},
      {"a NEAR/100 b", "(near word:a word:b)~100", ""},
      {"a NEAR/101 b", "(near word:a word:b)~100", "out_of_range"},
      {"a ADJ/99999999999999999999 b", "(adjacent word:a word:b)~100", "out_of_range"},
  });
}

TEST(QueryProximity, WhatOnlyLooksLikeItIsAWord) {
  check_queries({
      {"near NEAR", "(words word:near word:NEAR)", ""},
      {"NEAR b", "(words word:NEAR word:b)", ""},
      {"SENTENCE", "word:SENTENCE", ""},
      {"life SENTENCE", "(words word:life word:SENTENCE)", ""},
      {"LIFE SENTENCE APPEAL", "(words word:LIFE word:SENTENCE word:APPEAL)", ""},
      {"a near b", "(words word:a word:near word:b)", ""},
      {"a NEAR/x b", "(words word:a word:NEAR/x word:b)", ""},
      {"a NEAR/ b", "(words word:a word:NEAR/ word:b)", ""},
      {"a W b", "(words word:a word:W word:b)", ""},
      {"title:NEAR/5 b", "(words word@title:NEAR/5 word:b)", ""},
      {"\"a NEAR b\"", "phrase:\"a NEAR b\"", ""},
      {"a \\NEAR/5 b", "(words word:a word:\"\\\\NEAR/5\" word:b)", ""},
  });
}

}  // namespace
}  // namespace lede::test
