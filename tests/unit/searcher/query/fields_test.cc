// Names before a colon: known, unknown, empty and only alike.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryFields, EachHasItsNames) {
  check_queries({
      {"title:a headline:b", "(words word@title:a word@title:b)", ""},
      {"author:a by:b", "(words word@author:a word@author:b)", ""},
      {"source:a publisher:b site:bbc.com",
       "(words word@source:a word@source:b word@source:bbc.com)", ""},
      {"place:Kyiv dateline:Kyiv", "(words word@place:Kyiv word@place:Kyiv)", ""},
      {"lang:en language:uk", "(words value@lang:en value@lang:uk)", ""},
      {"id:a", "value@id:a", ""},
      {"TITLE:a Title:b tItLe:c", "(words word@title:a word@title:b word@title:c)", ""},
  });
}

TEST(QueryFields, TakeWordsPhrasesGroupsAndPrefixes) {
  check_queries({
      {"title:biden", "word@title:biden", ""},
      {"title:long-range", "word@title:long-range", ""},
      {"title:\"long range\"", "phrase@title:\"long range\"", ""},
      {"title:“long range”", "phrase@title:\"long range\"", ""},
      {"title:(a b)", "(words word@title:a word@title:b)", ""},
      {"title:(a OR \"b c\") d", "(words (or word@title:a phrase@title:\"b c\") word:d)", ""},
      {"title:(a -b)", "(words word@title:a (not word@title:b))", ""},
      {"title:(a author:b)", "(words word@title:a word@author:b)", ""},
      {"title:biden* x", "(words prefix@title:biden word:x)", ""},
      {"title:a:b", "word@title:a:b", ""},
      {"title:C++", "word@title:C++", ""},
      {"title:http://example.com/", "word@title:http://example.com/", ""},
      {"(title:a)", "word@title:a", ""},
      {"(title:a OR author:b) c", "(words (or word@title:a word@author:b) word:c)", ""},
      {"title:a AND author:b", "(and word@title:a word@author:b)", ""},
      {"-title:a", "(not word@title:a)", ""},
      {"+title:a", "+word@title:a", ""},
      {"title:a|b", "(or word@title:a word:b)", ""},
      {"title:-a", "word@title:-a", ""},
  });
}

TEST(QueryFields, LanguagesByTagCodeOrName) {
  check_queries({
      {"lang:en", "value@lang:en", ""},
      {"lang:EN", "value@lang:en", ""},
      {"lang:en-GB", "value@lang:en", ""},
      {"lang:pt_BR", "value@lang:pt", ""},
      {"lang:eng", "value@lang:en", ""},
      {"lang:ukr", "value@lang:uk", ""},
      {"lang:Ukrainian", "value@lang:uk", ""},
      {"lang:english", "value@lang:en", ""},
      {"lang:\"german\"", "value@lang:de", ""},
      {"lang:unknown", "value@lang:und", ""},
      {"lang:und", "value@lang:und", ""},
      {"lang:(en OR uk)", "(or value@lang:en value@lang:uk)", ""},
      {"-lang:ru", "(not value@lang:ru)", ""},
      {"lang:elvish", "word:elvish", "unknown_language"},
      {"lang:xx-yy", "word:xx-yy", "unknown_language"},
      {"lang:en,de", "word:en,de", "unknown_language"},
      {"lang:...", "word:lang", "empty_field"},
  });
}

TEST(QueryFields, IdsAreTakenWhole) {
  check_queries({
      {"id:https://example.com/a?b=c#d", "value@id:https://example.com/a?b=c#d", ""},
      {"id:\"a b\"", "value@id:\"a b\"", ""},
      {"id:x.jsonl#17", "value@id:x.jsonl#17", ""},
      {"id:(a OR b)", "(or value@id:a value@id:b)", ""},
      {"id:a*", "value@id:a*", ""},
      {"id:word~2", "value@id:\"word~2\"", ""},
  });
}

TEST(QueryFields, WithNothingAfterThemAreWords) {
  check_queries({
      {"title:", "word:title", "empty_field"},
      {"title: a", "(words word:title word:a)", "empty_field"},
      {"(title:) a", "(words word:title word:a)", "empty_field"},
      {"-title: a", "(words (not word:title) word:a)", "empty_field"},
      {"Source: officials", "(words word:Source word:officials)", "empty_field"},
      {"date:", "word:date", "empty_field"},
      {"after:", "word:after", "empty_field"},
      {"title:...", "word:title", "empty_field"},
      {"title:\"\" a", "(words word:title word:a)", "empty_field"},
      {"title:()", "(words)", "empty_field"},
      {"(()) a", "word:a", ""},
      {"title:( a", "word@title:a", "unbalanced_bracket"},
      {"title:(title:())", "(words)", "empty_field empty_field"},
  });
}

TEST(QueryFields, UnknownOnesAreWordsWithAHint) {
  check_queries({
      {"foo:bar", "word:foo:bar", "unknown_field"},
      {"tilte:bar", "word:tilte:bar", "unknown_field"},
      {"autor:smith", "word:autor:smith", "unknown_field"},
      {"langauge:en", "word:langauge:en", "unknown_field"},
      {"foo:\"a b\"", "(words word:foo: phrase:\"a b\")", "unknown_field"},
      {"foo:(a b)", "(words word:\"foo:(a\" word:\"b)\")", "unknown_field"},
      {"-foo:bar", "(not word:foo:bar)", "unknown_field"},
      {"note:this", "word:note:this", "unknown_field"},
  });
}

TEST(QueryFields, WhatOnlyLooksLikeOneIsNot) {
  check_queries({
      {"http://a.b", "word:http://a.b", ""},
      {"Re: hello", "(words word:Re: word:hello)", ""},
      {"re:hello", "word:re:hello", ""},
      {"12:30", "word:12:30", ""},
      {"C:\\dir", "word:\"C:\\\\dir\"", ""},
      {"x:y", "word:x:y", ""},
      {"foo: bar", "(words word:foo: word:bar)", ""},
      {"foo::bar", "word:foo::bar", ""},
      {"foo:", "word:foo:", ""},
      {"foo:-)", "word:\"foo:-)\"", "unbalanced_bracket"},
      {"Überschrift:foo", "word:Überschrift:foo", ""},
      {"title;foo", "word:title;foo", ""},
  });
}

TEST(QueryFields, UrlsAndPathsAreWords) {
  check_queries({
      {"url:example.com", "word@url:example.com", ""},
      {"url:https://example.com/a?b=c", "word@url:https://example.com/a?b=c", ""},
      {"url:\"example com\"", "phrase@url:\"example com\"", ""},
      {"path:2024/05", "word@path:2024/05", ""},
      {"path:report*", "prefix@path:report", ""},
      {"path:(a OR b)", "(or word@path:a word@path:b)", ""},
      {"-path:old", "(not word@path:old)", ""},
      {"PATH:old Url:x", "(words word@path:old word@url:x)", ""},
  });
}

TEST(QueryFields, WhatAnArticleHasAndIs) {
  check_queries({
      {"has:title has:author has:source has:place",
       "(words value@has:title value@has:author value@has:source value@has:place)", ""},
      {"has:url has:lang has:date", "(words value@has:url value@has:lang value@has:date)", ""},
      {"has:by has:publisher has:Language",
       "(words value@has:author value@has:source value@has:lang)", ""},
      {"is:wire is:DAMAGED", "(words value@is:wire value@is:damaged)", ""},
      {"-is:wire", "(not value@is:wire)", ""},
      {"has:(author OR \"place\")", "(or value@has:author value@has:place)", ""},
      {"has:path has:id has:after", "(words word:path word:id word:after)",
       "unknown_value unknown_value unknown_value"},
      {"has:money", "word:money", "unknown_value"},
      {"is:copy", "word:copy", "unknown_value"},
      {"is:\"not here\"", "phrase:\"not here\"", "unknown_value"},
      {"is: it", "(words word:is word:it)", "empty_field"},
  });
}

TEST(QueryFields, StarsAfterThemAskForAnyValue) {
  check_queries({
      {"title:* by:* site:* place:*",
       "(words value@has:title value@has:author value@has:source value@has:place)", ""},
      {"url:* lang:*", "(words value@has:url value@has:lang)", ""},
      {"date:* after:* before:*", "(words value@has:date value@has:date value@has:date)", ""},
      {"-author:*", "(not value@has:author)", ""},
      {"author:(* OR smith)", "(or value@has:author word@author:smith)", ""},
      {"id:*", "all", ""},
      {"path:* a", "word:a", ""},
      {"has:*", "(words)", "unknown_value"},
      {"is:* a", "word:a", "unknown_value"},
  });
}

}  // namespace
}  // namespace lede::test
