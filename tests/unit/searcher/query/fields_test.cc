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
      {"id:word~2", "value@id:word~2", ""},
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
      {"title:*", "(words)", "not_supported"},
      {"source:* a", "word:a", "not_supported"},
      {"lang:*", "(words)", "not_supported"},
      {"date:*", "(words)", "not_supported"},
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

TEST(QueryFields, ReservedOnesSayTheyAreNotSupported) {
  check_queries({
      {"url:example.com", "word:url:example.com", "not_supported"},
      {"path:2024/05", "word:path:2024/05", "not_supported"},
      {"is:copy", "word:is:copy", "not_supported"},
      {"has:author", "word:has:author", "not_supported"},
      {"is: it", "(words word:is: word:it)", ""},
  });
}

}  // namespace
}  // namespace lede::test
