// What holds for every query: tried on thousands made at random from the pieces of the language.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "tests/unit/searcher/query/query_cases.h"
#include "tests/unit/searcher/query/query_invariants.h"

namespace lede::test {
namespace {

constexpr unsigned kSeed = 20240614;

constexpr std::array<std::string_view, 72> kPieces = {
    "(",       ")",     "\"",   "“",          "”",       "«",        "»",       "AND",
    "OR",      "NOT",   "&",    "|",          "-",       "!",        "+",       "*",
    "~2",      "^3",    "?",    "\\",         ":",       "title:",   "date:",   "after:",
    "lang:",   "id:",   "foo:", "url:",       "..",      ">=",       "2024",    "2024-05",
    "7d",      "last",  "week", "05/06/2024", "NEAR/5",  "SENTENCE", "biden",   "Київ",
    "北京",    "U.S.",  "F-16", "http://",    "a",       "Z",        " ",       "  ",
    "\t",      "\xFF",  "\xC3", "\u00A0",     "\uFEFF",  "\u200B",   "\u0085",  "é",
    "e\u0301", "'",     ".",    ",",          "en",      "before:",  "🚀",       "source:",
    "NEAR",    "ADJ/2", "W/3",  "has:",       "is:wire", "w?rd",     "zel*sky", "^0.5"};

ParseOptions wide_options() {
  ParseOptions options;
  options.limits = {100'000, 10'000, 100};
  options.now = kNow;
  return options;
}

std::string random_query(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  std::uniform_int_distribution<int> count(0, 24);
  std::bernoulli_distribution space(0.4);
  std::string query;
  for (int i = count(random); i > 0; --i) {
    query += kPieces[piece(random)];
    query += space(random) ? " " : "";
  }
  return query;
}

TEST(QueryProperties, AnyMixOfThePiecesOfTheLanguageParses) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 10'000; ++i) {
    const std::string query = random_query(random);
    ASSERT_EQ(broken_invariant(query, wide_options()), "") << "query: " << query;
    ASSERT_TRUE(parse_query(query, wide_options())) << "query: " << query;
  }
}

TEST(QueryProperties, AnyBytesParse) {
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> length(0, 64);
  for (int i = 0; i < 5'000; ++i) {
    std::string query;
    for (int left = length(random); left > 0; --left) {
      query += static_cast<char>(byte(random));
    }
    ASSERT_EQ(broken_invariant(query, wide_options()), "") << testing::PrintToString(query);
    ASSERT_TRUE(parse_query(query, wide_options())) << testing::PrintToString(query);
  }
}

TEST(QueryProperties, EverySingleByteAndPairOfBytesParses) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string query = {static_cast<char>(first), static_cast<char>(second)};
      ASSERT_EQ(broken_invariant(query, wide_options()), "") << testing::PrintToString(query);
    }
  }
}

TEST(QueryProperties, PlainWordsAreJustWords) {
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> letter('a', 'z');
  std::uniform_int_distribution<int> length(1, 12);
  for (int i = 0; i < 2'000; ++i) {
    std::string query;
    std::string tree = "(words";
    for (int word = 0; word < 8; ++word) {
      std::string letters;
      for (int left = length(random); left > 0; --left) {
        letters += static_cast<char>(letter(random));
      }
      query += letters + " ";
      tree += " word:" + letters;
    }
    ASSERT_EQ(tree_of(query), tree + ")");
    ASSERT_EQ(warnings_of(query), "") << query;
  }
}

TEST(QueryProperties, EscapedMarksAreNeverSyntax) {
  const std::string_view marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  for (const char first : marks) {
    for (const char second : marks) {
      const std::string escaped = {'\\', first, '\\', second};
      for (const std::string_view before : {"", "title", "x"}) {
        const std::string query = std::string(before) + escaped + "y";
        const auto parsed = parse_query(query, wide_options());
        ASSERT_TRUE(parsed) << query;
        EXPECT_EQ(parsed->root.kind, NodeKind::kWord) << query;
        EXPECT_EQ(parsed->root.text, std::string(before) + first + second + "y");
        EXPECT_TRUE(parsed->warnings.empty()) << query;
      }
    }
  }
}

}  // namespace
}  // namespace lede::test
