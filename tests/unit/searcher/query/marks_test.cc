// Stars and the marks of syntax that is not supported.
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

TEST(QueryMarks, WhatIsNotSupportedSaysSo) {
  check_queries({
      {"word~", "word:word", "not_supported"},
      {"word~1", "word:word", "not_supported"},
      {"word~0.8", "word:word", "not_supported"},
      {"word^2", "word:word", "not_supported"},
      {"word^1.5", "word:word", "not_supported"},
      {"word~2^3", "word:word", "not_supported not_supported"},
      {"title:word~2", "word@title:word", "not_supported"},
      {"w?rd", "word:w?rd", "not_supported"},
      {"w*d", "word:w*d", "not_supported"},
      {"w?\?d", "word:w?\?d", "not_supported"},
      {"sh**t", "word:sh**t", "not_supported"},
      {"w?rd*", "word:w?rd*", "not_supported"},
      {"*word", "word:word", "not_supported"},
      {"*word*", "prefix:word", "not_supported"},
      {"\"a b\"~5", "phrase:\"a b\"", "not_supported"},
      {"\"a b\"^2", "phrase:\"a b\"", "not_supported"},
      {"\"a b\"*", "phrase:\"a b\"", "not_supported"},
      {"(a b)^2", "(words word:a word:b)", "not_supported"},
      {"(a OR b)~2 c", "(words (or word:a word:b) word:c)", "not_supported"},
      {"a NEAR b", "(words word:a word:b)", "not_supported"},
      {"a NEAR/5 b", "(words word:a word:b)", "not_supported"},
      {"a ADJ b", "(words word:a word:b)", "not_supported"},
      {"a ADJ/3 b", "(words word:a word:b)", "not_supported"},
      {"a W/5 b", "(words word:a word:b)", "not_supported"},
      {"a PRE/5 b", "(words word:a word:b)", "not_supported"},
      {"a SENTENCE b", "(words word:a word:b)", "not_supported"},
      {"\"a b\" NEAR/5 (c OR d)", "(words phrase:\"a b\" (or word:c word:d))", "not_supported"},
      {"NEAR/5 b", "word:b", "not_supported"},
  });
}

TEST(QueryMarks, WhatOnlyLooksLikeMarksIsText) {
  check_queries({
      {"~50 people", "(words word:~50 word:people)", ""},
      {"x^y", "word:x^y", ""},
      {"2*3=6", "word:2*3=6", ""},
      {"**bold**", "word:**bold**", ""},
      {"f***", "word:f***", ""},
      {"what?", "word:what?", ""},
      {"What?! Why?\?", "(words word:What?! word:Why?\?)", ""},
      {"a~b", "word:a~b", ""},
      {"word*.", "word:word*.", ""},
      {"word~x", "word:word~x", ""},
      {"LIFE SENTENCE APPEAL", "(words word:LIFE word:SENTENCE word:APPEAL)", ""},
      {"near NEAR", "(words word:near word:NEAR)", ""},
      {"NEAR b", "(words word:NEAR word:b)", ""},
      {"SENTENCE", "word:SENTENCE", ""},
      {"life SENTENCE", "(words word:life word:SENTENCE)", ""},
  });
}

}  // namespace
}  // namespace lede::test
