// The marks on words, phrases and groups: * ? ~ ^.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryMarks, StarAfterAWordIsAPrefix) {
  check_queries({
      {"zel*", "prefix:zel", ""},
      {"zelen* kharkiv", "(words prefix:zelen word:kharkiv)", ""},
      {"Zelen*", "prefix:Zelen", ""},
      {"long-ran*", "prefix:long-ran", ""},
      {"title:zel*", "prefix@title:zel", ""},
      {"-zel*", "(not prefix:zel)", ""},
      {"+zel*", "+prefix:zel", ""},
      {"zel* OR khar*", "(or prefix:zel prefix:khar)", ""},
      {"(zel*)", "prefix:zel", ""},
      {"ab*", "prefix:ab", ""},
      {"北*", "prefix:北", ""},
      {"Київ*", "prefix:Київ", ""},
      {"F1*", "prefix:F1", ""},
  });
}

TEST(QueryMarks, ShortPrefixesAreWords) {
  check_queries({
      {"a*", "word:a", "short_prefix"},
      {"-a*", "(not word:a)", "short_prefix"},
  });
}

TEST(QueryMarks, StarAloneIsEverything) {
  check_queries({
      {"*", "all", ""},
      {"* -a", "(not word:a)", ""},
      {"* OR a", "(or all word:a)", ""},
      {"* AND a", "(and all word:a)", ""},
      {"a *", "word:a", ""},
      {"* lang:en", "value@lang:en", ""},
      {"(*)", "all", ""},
      {"-*", "(not all)", ""},
      {"* *", "all", ""},
      {"* OR *", "(or all all)", ""},
  });
}

TEST(QueryMarks, TildeAfterAWordAllowsEditsByItsLength) {
  check_queries({
      {"cat~", "fuzzy:cat~1", ""},
      {"biden~", "fuzzy:biden~1", ""},
      {"kharkiv~", "fuzzy:kharkiv~2", ""},
      {"Київ~", "fuzzy:Київ~1", ""},
      {"word~1", "fuzzy:word~1", ""},
      {"word~2", "fuzzy:word~2", ""},
      {"title:word~2", "fuzzy@title:word~2", ""},
      {"-word~", "(not fuzzy:word~1)", ""},
      {"+word~", "+fuzzy:word~1", ""},
      {"d'accord~ (biden~) \\\"biden~",
       "(words fuzzy:d'accord~2 fuzzy:biden~1 fuzzy:\"\\\"biden\"~1)", ""},
      {"long-range~", "word:long-range", "not_supported"},
      {"example.com~1", "word:example.com", "not_supported"},
      {"ab~", "word:ab", "short_word"},
      {"ab~1", "word:ab", "short_word"},
      {"U.S.~", "word:U.S.", "short_word"},
      {"word~3", "fuzzy:word~2", "out_of_range"},
      {"word~0", "fuzzy:word~1", "out_of_range"},
      {"word~0.8", "fuzzy:word~1", "out_of_range"},
      {"word~1.2.3", "fuzzy:word~1", "out_of_range"},
      {"word~99999999999999999999", "fuzzy:word~2", "out_of_range"},
      {"word*~", "prefix:word", "misplaced_mark"},
      {"w?rd~1", "wildcard:w?rd", "misplaced_mark"},
  });
}

TEST(QueryMarks, WildcardsWithinAWord) {
  check_queries({
      {"w?rd", "wildcard:w?rd", ""},
      {"w*d", "wildcard:w*d", ""},
      {"zel*sky", "wildcard:zel*sky", ""},
      {"w?\?d", "wildcard:w?\?d", ""},
      {"sh**t", "wildcard:sh*t", ""},
      {"w?rd*", "wildcard:w?rd*", ""},
      {"col*r?d", "wildcard:col*r?d", ""},
      {"З?ленськ*й", "wildcard:З?ленськ*й", ""},
      {"title:w?rd", "wildcard@title:w?rd", ""},
      {"zel*sky, w?rd?", "(words wildcard:zel*sky wildcard:w?rd)", ""},
      {"*zel*sky", "wildcard:zel*sky", "not_supported"},
      {"?w?rd", "wildcard:w?rd", "not_supported"},
      {"*word", "word:word", "not_supported"},
      {"?word", "word:word", "not_supported"},
      {"*word*", "prefix:word", "not_supported"},
      {"long-r*ge", "word:long-r*ge", "not_supported"},
      {"w\\*r*d", "word:w*r*d", "not_supported"},
      {"a.*b?c", "word:a.*b?c", "not_supported"},
  });
}

TEST(QueryMarks, WeightsOfWordsPhrasesAndGroups) {
  check_queries({
      {"word^2", "word:word^2", ""},
      {"word^0.5", "word:word^0.5", ""},
      {"word^1", "word:word", ""},
      {"word*^3", "prefix:word^3", ""},
      {"word~2^3", "fuzzy:word~2^3", ""},
      {"word^3~2", "fuzzy:word~2^3", ""},
      {"w?rd^2", "wildcard:w?rd^2", ""},
      {"title:word^2 x", "(words word@title:word^2 word:x)", ""},
      {"\"a b\"^3", "phrase:\"a b\"^3", ""},
      {"\"a b\"~5^3", "phrase:\"a b\"~5^3", ""},
      {"\"a b\"^3~5", "phrase:\"a b\"~5^3", ""},
      {"(a b)^0.5", "(words word:a word:b)^0.5", ""},
      {"title:(a OR b)^2", "(or word@title:a word@title:b)^2", ""},
      {"((a)^2)^3", "word:a^6", ""},
      {"(a NEAR/5 b)^2", "(near word:a word:b)~5^2", ""},
      {"word^0", "word:word^0.001", "out_of_range"},
      {"word^0.0001", "word:word^0.001", "out_of_range"},
      {"word^1001", "word:word^1000", "out_of_range"},
      {"word^1.2.3", "word:word", "out_of_range"},
      {"((a)^1000)^1000", "word:a^1000", ""},
      {"word^", "word:\"word^\"", ""},
      {"word^-1", "word:\"word^-1\"", ""},
  });
}

TEST(QueryMarks, SlopOfAPhrase) {
  check_queries({
      {"\"a b\"~5", "phrase:\"a b\"~5", ""},
      {"title:\"a b\"~5", "phrase@title:\"a b\"~5", ""},
      {"-\"a b\"~5", "(not phrase:\"a b\"~5)", ""},
      {"(\"a b\"~5)", "phrase:\"a b\"~5", ""},
      {"\"a b\"~0", "phrase:\"a b\"", ""},
      {"\"a b\"~1.5", "phrase:\"a b\"~1", "out_of_range"},
      {"\"a b\"~5000", "phrase:\"a b\"~100", "out_of_range"},
      {"\"a b\"~", "phrase:\"a b\"", "misplaced_mark"},
  });
}

TEST(QueryMarks, WhereTheyMeanNothingTheyAreIgnored) {
  check_queries({
      {"\"a b\"*", "phrase:\"a b\"", "misplaced_mark"},
      {"\"a b\"^", "phrase:\"a b\"", "misplaced_mark"},
      {"(a b)~2", "(words word:a word:b)", "misplaced_mark"},
      {"(a OR b)* c", "(words (or word:a word:b) word:c)", "misplaced_mark"},
      {"date:\"last week\"^2", "date:2024-06-03..2024-06-10", "misplaced_mark"},
      {"(lang:en)^2", "value@lang:en", "misplaced_mark"},
      {"(*)^2", "all", "misplaced_mark"},
      {"(-a)^2", "(not word:a)", "misplaced_mark"},
  });
}

TEST(QueryMarks, WhatOnlyLooksLikeMarksIsText) {
  check_queries({
      {"~50 people", "(words word:\"~50\" word:people)", ""},
      {"x^y", "word:\"x^y\"", ""},
      {"2*3=6", "word:2*3=6", ""},
      {"**bold**", "word:**bold**", ""},
      {"f***", "word:f***", ""},
      {"what?", "word:what?", ""},
      {"What?! Why?\?", "(words word:What?! word:Why?\?)", ""},
      {"a~b", "word:\"a~b\"", ""},
      {"word*.", "word:word*.", ""},
      {"word~x", "word:\"word~x\"", ""},
      {"LIFE SENTENCE APPEAL", "(words word:LIFE word:SENTENCE word:APPEAL)", ""},
      {"https://example.com/~1", "word:\"https://example.com/~1\"", ""},
      {"a=b*c", "word:a=b*c", ""},
  });
}

}  // namespace
}  // namespace lede::test
