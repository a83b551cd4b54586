// The only ways a query fails: the limits, and strict parsing.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "searcher/query/parser.h"

namespace lede {
namespace {

using testing::HasSubstr;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

std::string error_of(std::string_view query, const ParseOptions& options = {}) {
  const auto parsed = parse_query(query, options);
  if (parsed) {
    return "";
  }
  EXPECT_TRUE(is_query_error(parsed.error().code));
  EXPECT_FALSE(parsed.error().hint.empty());
  return parsed.error().message;
}

ParseOptions with_limits(std::size_t bytes, std::size_t terms, std::size_t depth) {
  ParseOptions options;
  options.limits = {bytes, terms, depth};
  return options;
}

TEST(QueryLimits, BytesAsTypedCount) {
  EXPECT_EQ(error_of(std::string(2048, 'a')), "");
  EXPECT_THAT(error_of(std::string(2049, 'a')), HasSubstr("2049 bytes; the limit is 2048 bytes"));
}

TEST(QueryLimits, InvalidBytesCountOnceThoughTheyGrow) {
  EXPECT_EQ(error_of(std::string(2048, '\xFF')), "");
}

TEST(QueryLimits, TermsCount) {
  EXPECT_EQ(error_of(repeated("a ", 64)), "");
  EXPECT_THAT(error_of(repeated("a ", 65)), HasSubstr("the limit is 64 terms"));
}

TEST(QueryLimits, ThePhraseCountsItsWords) {
  EXPECT_EQ(error_of('"' + repeated("a ", 64) + '"'), "");
  EXPECT_THAT(error_of('"' + repeated("a ", 65) + '"'), HasSubstr("the limit is 64 terms"));
}

TEST(QueryLimits, PunctuationIsNoTerm) { EXPECT_EQ(error_of(repeated("- ", 1000)), ""); }

TEST(QueryLimits, BracketsWithinBracketsCount) {
  EXPECT_EQ(error_of(repeated("(", 32) + "a b" + repeated(")", 32)), "");
  EXPECT_THAT(error_of(repeated("(", 33) + "a" + repeated(")", 33)),
              HasSubstr("the limit is 32 levels"));
  EXPECT_EQ(error_of(repeated("(a) ", 60)), "");
}

TEST(QueryLimits, NotsDoNotNest) {
  const auto parsed = parse_query(repeated("NOT ", 401) + "a", {});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(to_string(parsed->root), "(not word:a)");
}

TEST(QueryLimits, DepthIsBoundedWhateverIsAskedFor) {
  const ParseOptions options = with_limits(1 << 24, 1 << 20, 1 << 20);
  EXPECT_THAT(error_of(repeated("(a ", 100'000), options), HasSubstr("the limit is 200 levels"));
  EXPECT_EQ(error_of(repeated("-(a ", 200), options), "");
}

TEST(QueryLimits, EachHasItsOwnErrorCode) {
  EXPECT_EQ(parse_query(std::string(2049, 'a'), {}).error().code, ErrorCode::kQueryTooLong);
  EXPECT_EQ(parse_query(repeated("a ", 65), {}).error().code, ErrorCode::kTooManyTerms);
  EXPECT_EQ(parse_query(repeated("(", 33) + "a", {}).error().code, ErrorCode::kQueryTooDeep);
}

TEST(QueryLimits, CountTheTermsOfEveryKind) {
  for (const std::string_view piece :
       {"ab* ", "w?rd ", "word~ ", "lang:en ", "has:url ", "date:2024 ", "\"a\" ", "a|", "(a) "}) {
    EXPECT_EQ(error_of(repeated(piece, 64)), "") << piece;
    EXPECT_THAT(error_of(repeated(piece, 65)), HasSubstr("the limit is 64 terms")) << piece;
  }
  EXPECT_EQ(error_of("a" + repeated(" NEAR/5 a", 63)), "");
  EXPECT_THAT(error_of("a" + repeated(" NEAR/5 a", 64)), HasSubstr("the limit is 64 terms"));
}

constexpr std::size_t kMegabyte = 1'000'000;
constexpr ParseLimits kNoByteLimit{1 << 24, 64, 32};

TEST(QueryLimits, AMegabyteOfBracketsIsTheLimitsError) {
  ParseOptions wide;
  wide.limits = kNoByteLimit;
  for (const std::string_view piece : {"(", "title:("}) {
    const std::string query = repeated(piece, kMegabyte / piece.size());
    EXPECT_EQ(parse_query(query, {}).error().code, ErrorCode::kQueryTooLong) << piece;
    EXPECT_EQ(parse_query(query, wide).error().code, ErrorCode::kQueryTooDeep) << piece;
  }
  EXPECT_EQ(error_of(repeated("()", kMegabyte / 2), wide), "");
}

TEST(QueryLimits, TenThousandTermsAreTheLimitsError) {
  ParseOptions wide;
  wide.limits = kNoByteLimit;
  for (const std::string_view piece : {"word ", "word OR ", "word AND ", "word NEAR/5 ",
                                       "\"word\" ", "word|", "zel*sky ", "word~ "}) {
    const auto parsed = parse_query(repeated(piece, 10'000), wide);
    ASSERT_FALSE(parsed) << piece;
    EXPECT_EQ(parsed.error().code, ErrorCode::kTooManyTerms) << piece;
  }
  EXPECT_THAT(error_of('"' + repeated("word ", 10'000) + '"', wide), HasSubstr("64 terms"));
}

TEST(QueryLimits, HostileQueriesAnswerFast) {
  const auto start = std::chrono::steady_clock::now();
  const ParseOptions wide = with_limits(1 << 24, 64, 32);
  for (const std::string_view piece :
       {"(",    ")",         "\"",           "“",          "«",    "»",   "a ",   "a\" ", "-",
        "NOT ", "title:",    "\"a\"~5^2~1 ", "\"a\"",      "~5",   "^2",  "()~1", "w?",   "a*",
        "a?a*", "a NEAR/5 ", "NEAR/5 ",      "a NEAR/5 -", "AND ", "a(",  "\\",   "*",    "|",
        "OR ",  "date:x ",   "lang:q ",      "a~1",        "\"a",  "(\"", "5\" "}) {
    const std::string query = repeated(piece, 100'000 / piece.size());
    EXPECT_THAT(error_of(query), HasSubstr("the limit is 2048 bytes"));
    const auto parsed = parse_query(query, wide);
    EXPECT_TRUE(parsed || is_query_error(parsed.error().code));
  }
  EXPECT_THAT(error_of(repeated("word ", 10'000), wide), HasSubstr("the limit is 64 terms"));
  // Far above what it takes, even with sanitizers; what is quadratic takes hours.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(120));
}

TEST(QueryStrict, WarningIsAnErrorThatNamesItAndItsPlace) {
  ParseOptions options;
  options.strict = true;
  EXPECT_EQ(error_of("zelensky \"long range\" -title:a date:2024", options), "");
  const std::string message = error_of("biden tilte:x", options);
  EXPECT_THAT(message, HasSubstr("byte 6"));
  EXPECT_THAT(message, HasSubstr("unknown_field"));
  EXPECT_THAT(message, HasSubstr("title:"));
  EXPECT_THAT(error_of("a AND", options), HasSubstr("dangling_operator"));
}

}  // namespace
}  // namespace lede
