// What users of other search engines complain about when they type or paste a query; each test is
// named for the complaint.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryComplaints, CapitalisedWordIsTheSameAsASmallOne) {
  check_queries({{"ATACM", "word:ATACM", ""}, {"Weapon", "word:Weapon", ""}});
}

TEST(QueryComplaints, LeadingMinusExcludes) {
  check_queries({{"-biden", "(not word:biden)", ""},
                 {"-biden weapons", "(words (not word:biden) word:weapons)", ""}});
}

TEST(QueryComplaints, OperatorWithoutOperandIsIgnored) {
  check_queries({{"biden AND", "word:biden", "dangling_operator"},
                 {"OR", "(words)", "dangling_operator"},
                 {"AND biden", "word:biden", "dangling_operator"}});
}

TEST(QueryComplaints, ToBeOrNotToBeIsSixWords) {
  check_queries(
      {{"to be or not to be", "(words word:to word:be word:or word:not word:to word:be)", ""},
       {"\"to be or not to be\"", "phrase:\"to be or not to be\"", ""}});
}

TEST(QueryComplaints, SlopIsNotAndedAsANumber) {
  check_queries({{"\"biden weapons\"~5", "phrase:\"biden weapons\"~5", ""}});
}

TEST(QueryComplaints, FuzzinessIsNotAndedAsANumber) {
  check_queries({{"biden~2", "fuzzy:biden~2", ""}});
}

TEST(QueryComplaints, MatchAllOfLuceneIsEverything) {
  check_queries({{"*:*", "all", ""}, {"title:*", "value@has:title", ""}});
}

TEST(QueryComplaints, ProximityOfArabicIsProximity) {
  check_queries({{"\"حرب غزة\"~5", "phrase:\"حرب غزة\"~5", ""},
                 {"حرب NEAR/5 غزة", "(near word:حرب word:غزة)~5", ""}});
}

TEST(QueryComplaints, PhraseMayBeFuzzyBoostedAndBracketedAtOnce) {
  check_queries({{"(\"a b\"~2^3 OR cat~1^2)", "(or phrase:\"a b\"~2^3 fuzzy:cat~1^2)", ""}});
}

TEST(QueryComplaints, SpecialCharactersAlonePassThrough) {
  check_queries({{"& ] [ * >", "all", ""},
                 {"subject = [foo] * bar & ] baz >",
                  "(words word:subject word:[foo] (and word:bar word:baz))", ""}});
}

TEST(QueryComplaints, NoWordIsIgnoredAfterTheTenth) {
  check_queries({{"a b c d e f g h i j k l",
                  "(words word:a word:b word:c word:d word:e word:f word:g word:h word:i word:j "
                  "word:k word:l)",
                  ""}});
}

TEST(QueryComplaints, LastSevenDaysNeedNoExactWording) {
  for (const std::string_view query :
       {"date:\"last 7 days\"", "date:last-7-days", "date:\"past 7 days\"", "date:\"7 days\"",
        "date:7days", "date:7d", "date:1w"}) {
    check_queries({{query, "date:2024-06-07T12:00:00..2024-06-14T12:00:00", ""}});
  }
}

TEST(QueryComplaints, HebrewAbbreviationsAreNoQuotations) {
  check_queries({{"ח\"כ מצה\"ל", "(words word:\"ח\\\"כ\" word:\"מצה\\\"ל\")", ""},
                 {"\"דובר צה\"ל אמר\"", "phrase:\"דובר צה\\\"ל אמר\"", ""}});
}

TEST(QueryComplaints, UnknownFieldIsTextPlusAHint) {
  check_queries({{"foo:bar", "word:foo:bar", "unknown_field"}});
}

TEST(QueryComplaints, EmptyFieldIsAWordPlusAHint) {
  check_queries({{"title:", "word:title", "empty_field"}, {"to:", "word:to:", ""}});
}

TEST(QueryComplaints, UrlIsOneWord) {
  check_queries({{"http://example.com/a?b=c", "word:http://example.com/a?b=c", ""}});
}

TEST(QueryComplaints, SuffixSearchIsNotSilentlyAWord) {
  check_queries({{"*lensky", "word:lensky", "not_supported"}});
}

TEST(QueryComplaints, RangeOfNonsenseDoesNotThrow) {
  check_queries({{"date:last..week", "word:last..week", "bad_date"},
                 {"date:last-week", "date:2024-06-03..2024-06-10", ""}});
}

TEST(QueryComplaints, QuotedStopWordsStayAPhrase) {
  check_queries(
      {{"\"the who\"", "phrase:\"the who\"", ""}, {"\"to the\"", "phrase:\"to the\"", ""}});
}

TEST(QueryComplaints, OneQuotedWordIsThatVeryForm) {
  check_queries({{"\"SOLR\"", "phrase:\"SOLR\"", ""}});
}

TEST(QueryComplaints, PhraseKeepsItsWordsInBrackets) {
  check_queries({{"(\"long range missiles\" OR \"cruise missiles\")",
                  "(or phrase:\"long range missiles\" phrase:\"cruise missiles\")", ""},
                 {"title:(\"long range missiles\")", "phrase@title:\"long range missiles\"", ""}});
}

TEST(QueryComplaints, PastedSubjectLineIsWords) {
  check_queries(
      {{"[PATCH 2/3] fix: don't crash & burn (again) *sigh* > /dev/null",
        "(words word:[PATCH word:2/3] word:fix: word:don't (and word:crash word:burn) word:again "
        "prefix:sigh word:/dev/null)",
        "not_supported"},
       {"& ] [ >", "(words)", ""},
       {"Re: Fwd: budget", "(words word:Re: word:Fwd: word:budget)", ""}});
}

TEST(QueryComplaints, HyphenStaysInItsWord) {
  check_queries({{"long-range", "word:long-range", ""},
                 {"F-16", "word:F-16", ""},
                 {"Biden - Trump", "(words word:Biden word:Trump)", ""}});
}

TEST(QueryComplaints, EmailAddressIsOneWord) {
  check_queries({{"foo.bar+news@example.com", "word:foo.bar+news@example.com", ""}});
}

TEST(QueryComplaints, EqualsSignIsNoSyntax) {
  check_queries({{"a=b", "word:a=b", ""}, {"=biden", "word:=biden", ""}});
}

TEST(QueryComplaints, HashtagsAndHandlesKeepTheirSign) {
  check_queries({{"#ukraine @zelensky", "(words word:#ukraine word:@zelensky)", ""}});
}

TEST(QueryComplaints, ApostropheIsNoQuotationMark) {
  check_queries({{"lion's", "word:lion's", ""},
                 {"ABC'13", "word:ABC'13", ""},
                 {"'single quotes'", "(words word:'single word:quotes')", ""},
                 {"l’homme", "word:l’homme", ""}});
}

TEST(QueryComplaints, LonelyBracketIsNoError) {
  check_queries({{"(", "(words)", "unbalanced_bracket"},
                 {"foo (bar", "(words word:foo word:bar)", "unbalanced_bracket"},
                 {"bar)", "word:\"bar)\"", "unbalanced_bracket"}});
}

TEST(QueryComplaints, LonelyQuotationMarkIsNoError) {
  check_queries({{"\"", "(words)", "unbalanced_quote"},
                 {"\"long range", "(words word:long word:range)", "unbalanced_quote"},
                 {"range\"", "word:\"range\\\"\"", "unbalanced_quote"}});
}

TEST(QueryComplaints, AccentsDoNotCutAWord) {
  check_queries({{"mañana", "word:mañana", ""}, {"Köln", "word:Köln", ""}});
}

TEST(QueryComplaints, LowercaseOperatorsAreWords) {
  check_queries({{"war and peace", "(words word:war word:and word:peace)", ""},
                 {"trick or treat", "(words word:trick word:or word:treat)", ""},
                 {"why not", "(words word:why word:not)", ""},
                 {"Biden And Trump", "(words word:Biden word:And word:Trump)", ""}});
}

TEST(QueryComplaints, HeadlineInCapitalsHasNoOperators) {
  check_queries(
      {{"TO BE OR NOT TO BE", "(words word:TO word:BE word:OR word:NOT word:TO word:BE)",
        "capitals"},
       {"RUSSIA WILL NOT ATTACK", "(words word:RUSSIA word:WILL word:NOT word:ATTACK)", "capitals"},
       {"NATO AND EU", "(and word:NATO word:EU)", ""}});
}

TEST(QueryComplaints, RelativeDatesCountFromNow) {
  check_queries({{"date:\"last 7 days\"", "date:2024-06-07T12:00:00..2024-06-14T12:00:00", ""},
                 {"date:7d", "date:2024-06-07T12:00:00..2024-06-14T12:00:00", ""}});
}

}  // namespace
}  // namespace lede::test
