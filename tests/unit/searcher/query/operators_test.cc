// AND, OR, NOT, + and -: what they join, how tightly, and when they are only words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryOperators, AndJoinsTightest) {
  check_queries({
      {"a AND b", "(and word:a word:b)", ""},
      {"a & b", "(and word:a word:b)", ""},
      {"a && b", "(and word:a word:b)", ""},
      {"a AND b AND c", "(and word:a word:b word:c)", ""},
      {"a b AND c", "(words word:a (and word:b word:c))", ""},
      {"a AND b c", "(words (and word:a word:b) word:c)", ""},
      {"a AND b c AND d", "(words (and word:a word:b) (and word:c word:d))", ""},
      {"a AND b OR c", "(or (and word:a word:b) word:c)", ""},
      {"a OR b AND c", "(or word:a (and word:b word:c))", ""},
      {"AT&T AND R&D", "(and word:AT&T word:R&D)", ""},
  });
}

TEST(QueryOperators, OrBindsTighterThanSideBySide) {
  check_queries({
      {"a OR b", "(or word:a word:b)", ""},
      {"a | b", "(or word:a word:b)", ""},
      {"a || b", "(or word:a word:b)", ""},
      {"a|b", "(or word:a word:b)", ""},
      {"a|b|c d", "(words (or word:a word:b word:c) word:d)", ""},
      {"a OR b OR c", "(or word:a word:b word:c)", ""},
      {"a OR b c", "(words (or word:a word:b) word:c)", ""},
      {"a b OR c d", "(words word:a (or word:b word:c) word:d)", ""},
      {"a (b OR c) d", "(words word:a (or word:b word:c) word:d)", ""},
      {"(a OR b) c", "(words (or word:a word:b) word:c)", ""},
      {"(a OR b) AND (c OR d)", "(and (or word:a word:b) (or word:c word:d))", ""},
      {"(biden|trump) ukraine", "(words (or word:biden word:trump) word:ukraine)", ""},
  });
}

TEST(QueryOperators, NotExcludes) {
  check_queries({
      {"-a", "(not word:a)", ""},
      {"!a", "(not word:a)", ""},
      {"NOT a", "(not word:a)", ""},
      {"a -b", "(words word:a (not word:b))", ""},
      {"a !b", "(words word:a (not word:b))", ""},
      {"a NOT b", "(words word:a (not word:b))", ""},
      {"a AND NOT b", "(and word:a (not word:b))", ""},
      {"a AND -b", "(and word:a (not word:b))", ""},
      {"-a -b", "(words (not word:a) (not word:b))", ""},
      {"-a b", "(words (not word:a) word:b)", ""},
      {"-\"a b\"", "(not phrase:\"a b\")", ""},
      {"-(a b)", "(not (words word:a word:b))", ""},
      {"-(a OR b) c", "(words (not (or word:a word:b)) word:c)", ""},
      {"NOT (a b)", "(not (words word:a word:b))", ""},
      {"NOT(a b)", "(not (words word:a word:b))", ""},
      {"NOT\"a b\"", "(not phrase:\"a b\")", ""},
      {"(-a)", "(not word:a)", ""},
      {"(-a b) c", "(words (words (not word:a) word:b) word:c)", ""},
      {"-title:a", "(not word@title:a)", ""},
      {"-date:2024", "(not date:2024-01-01..2025-01-01)", ""},
      {"-a*", "(not word:a)", "short_prefix"},
  });
}

TEST(QueryOperators, NotWithinOrIsEverythingWithout) {
  check_queries({
      {"a OR NOT b", "(or word:a (and all (not word:b)))", ""},
      {"-a OR b", "(or (and all (not word:a)) word:b)", ""},
      {"-a OR -b", "(or (and all (not word:a)) (and all (not word:b)))", ""},
      {"a -b OR c", "(words word:a (or (and all (not word:b)) word:c))", ""},
  });
}

TEST(QueryOperators, TwiceNegatedIsNotNegated) {
  check_queries({
      {"NOT NOT a", "word:a", ""},
      {"NOT -a", "word:a", ""},
      {"-(-a)", "word:a", ""},
      {"-!a", "word:a", ""},
      {"NOT NOT NOT a", "(not word:a)", ""},
      {"-(NOT (-a))", "(not word:a)", ""},
  });
}

TEST(QueryOperators, MinusWithinOrBesideWordsIsADash) {
  check_queries({
      {"long-range", "word:long-range", ""},
      {"a - b", "(words word:a word:b)", ""},
      {"a -- b", "(words word:a word:b)", ""},
      {"--help", "word:--help", ""},
      {"---", "(words)", ""},
      {"a- b", "(words word:a- word:b)", ""},
      {"a –b", "(words word:a word:–b)", ""},
      {"2020-2024", "word:2020-2024", ""},
      {"(-)", "(words)", ""},
      {"->", "(words)", ""},
      {"a -> b", "(words word:a word:b)", ""},
  });
}

TEST(QueryOperators, PlusMarksWhatMustStay) {
  check_queries({
      {"+a", "+word:a", ""},
      {"+a b", "(words +word:a word:b)", ""},
      {"+\"a b\" c", "(words +phrase:\"a b\" word:c)", ""},
      {"+(a OR b) c", "(words +(or word:a word:b) word:c)", ""},
      {"+title:a b", "(words +word@title:a word:b)", ""},
      {"+-a", "(not word:a)", ""},
      {"C++ +a", "(words word:C++ +word:a)", ""},
      {"a + b", "(words word:a word:b)", ""},
      {"++a", "word:++a", ""},
      {"+44 20 7946", "(words +word:44 word:20 word:7946)", ""},
  });
}

TEST(QueryOperators, OnlyCapitalsAreOperators) {
  check_queries({
      {"a and b", "(words word:a word:and word:b)", ""},
      {"a or b", "(words word:a word:or word:b)", ""},
      {"not a", "(words word:not word:a)", ""},
      {"a And b", "(words word:a word:And word:b)", ""},
      {"a Or b", "(words word:a word:Or word:b)", ""},
      {"Not a", "(words word:Not word:a)", ""},
      {"AND-gate", "word:AND-gate", ""},
      {"\"AND\"", "phrase:\"AND\"", ""},
      {"ORDER NOTHING ANDY", "(words word:ORDER word:NOTHING word:ANDY)", ""},
      {"title:AND", "word@title:AND", ""},
      {"title:NOT b", "(words word@title:NOT word:b)", ""},
  });
}

TEST(QueryOperators, DanglingOperatorsAreIgnored) {
  check_queries({
      {"AND", "(words)", "dangling_operator"},
      {"OR", "(words)", "dangling_operator"},
      {"NOT", "(words)", "dangling_operator"},
      {"a AND", "word:a", "dangling_operator"},
      {"a OR", "word:a", "dangling_operator"},
      {"a NOT", "word:a", "dangling_operator"},
      {"AND a", "word:a", "dangling_operator"},
      {"OR a", "word:a", "dangling_operator"},
      {"a AND AND b", "(and word:a word:b)", "dangling_operator"},
      {"a OR OR b", "(or word:a word:b)", "dangling_operator"},
      {"a AND OR b", "(or word:a word:b)", "dangling_operator"},
      {"a OR AND b", "(or word:a word:b)", "dangling_operator"},
      {"a NOT AND b", "(words word:a word:b)", "dangling_operator dangling_operator"},
      {"(AND a)", "word:a", "dangling_operator"},
      {"(a OR) b", "(words word:a word:b)", "dangling_operator"},
      {"a AND ()", "word:a", "dangling_operator"},
      {"NOT ()", "(words)", "dangling_operator"},
      {"a OR ...", "word:a", "dangling_operator"},
      {"| a", "word:a", ""},
      {"a |", "word:a", ""},
      {"a &", "word:a", ""},
      {"& a", "word:a", ""},
      {"a | | b", "(or word:a word:b)", ""},
      {"-", "(words)", ""},
      {"a -", "word:a", ""},
      {"!", "(words)", ""},
  });
}

TEST(QueryOperators, HeadlinesInCapitalsHaveNone) {
  check_queries({
      {"TO BE OR NOT TO BE", "(words word:TO word:BE word:OR word:NOT word:TO word:BE)",
       "capitals"},
      {"WAR AND PEACE TALKS", "(words word:WAR word:AND word:PEACE word:TALKS)", "capitals"},
      {"CEASEFIRE OR NOT CEASEFIRE", "(or word:CEASEFIRE (and all (not word:CEASEFIRE)))", ""},
      {"NATO AND EU", "(and word:NATO word:EU)", ""},
      {"US OR UK", "(or word:US word:UK)", ""},
      {"UN NOT NATO", "(words word:UN (not word:NATO))", ""},
      {"\"NATO\" AND EU SUMMIT TALKS",
       "(words (and phrase:\"NATO\" word:EU) word:SUMMIT word:TALKS)", ""},
      {"(US AND UK) DEAL TALKS", "(words (and word:US word:UK) word:DEAL word:TALKS)", ""},
      {"US ARMY AND title:NAVY SHIP", "(words word:US (and word:ARMY word@title:NAVY) word:SHIP)",
       ""},
      {"北京 AND 上海 天气 新闻", "(words (and word:北京 word:上海) word:天气 word:新闻)", ""},
      {"US & UK TROOPS OR SHIPS", "(words (and word:US word:UK) word:TROOPS word:OR word:SHIPS)",
       "capitals"},
      {"COVID 19 AND FLU SEASON", "(words word:COVID word:19 word:AND word:FLU word:SEASON)",
       "capitals"},
  });
}

}  // namespace
}  // namespace lede::test
