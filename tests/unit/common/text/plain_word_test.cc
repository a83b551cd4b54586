// Plain words: what they are, and that passing over them changes nothing for anybody else.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/plain_word.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/stemmer.h"
#include "tests/unit/common/text/shown_tokens.h"

namespace lede {
namespace {

// What is taken off the front of a text, and what is left.
using Taken = std::pair<std::string, std::string>;

Taken taken(std::string_view text) {
  const std::string_view word = take_plain_word(text);
  return {std::string(word), std::string(text)};
}

TEST(PlainWord, IsSmallLettersAndMayBeginWithACapital) {
  for (const char* word : {"no", "word", "Word"}) {
    EXPECT_TRUE(is_plain_word(word)) << word;
  }
  const std::string too_long(65, 'a');
  for (const char* chunk : {"", "a", "WORD", "wOrd", "don't", "long-range", "word,", " word", "f16",
                            "café", "u.s.", too_long.c_str()}) {
    EXPECT_FALSE(is_plain_word(chunk)) << chunk;
  }
}

TEST(PlainWord, IsTakenWithTheMarkAfterIt) {
  EXPECT_EQ(taken("word next"), Taken("word", " next"));
  EXPECT_EQ(taken(" \n Word, next"), Taken("Word", " next"));
  EXPECT_EQ(taken("word."), Taken("word", ""));
}

TEST(PlainWord, IsNotTakenWhereARuleMayFindMore) {
  for (const char* text : {"", "  ", "word-by-word", "word's", "word.next", "word.,", "(word",
                           "a b", "wordé", "word1"}) {
    EXPECT_EQ(taken(text), Taken("", text));
  }
}

TEST(PlainWordFilter, WantsALetterAndALength) {
  PlainWordFilter filter;
  EXPECT_FALSE(filter.wants("word"));
  filter.want_term("word");
  EXPECT_TRUE(filter.wants("Word"));
  EXPECT_FALSE(filter.wants("words"));
  EXPECT_FALSE(filter.wants("cord"));
}

TEST(PlainWordFilter, WantsAllThatMayHaveAStemOrABeginning) {
  PlainWordFilter filter;
  filter.want_stem("elect");
  filter.want_beginning("inter");
  for (const char* word : {"elect", "elections", "internationally"}) {
    EXPECT_TRUE(filter.wants(word)) << word;
  }
  for (const char* word : {"elec", "in", "national"}) {
    EXPECT_FALSE(filter.wants(word)) << word;
  }
  filter.want_beginning("");
  EXPECT_TRUE(filter.wants("national"));
}

// Words that a text may be made of: plain ones, and such as have to be looked at.
std::string random_text(std::mt19937& random) {
  const std::vector<std::string> words = {
      "elections", "Election", "electing", "the",      "Minister", "U.S.",  "long-term",
      "café",      "Café,",    "biden's",  "ÉLYSÉE",   "$735",     "F-16s", "東京の",
      "skies",     "dying",    "is",       "GOVERNOR", "no.",      "said,"};
  const std::vector<std::string> spaces = {" ", " ", " ", "\n", "  ", "\t", "—"};
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) {
    text += words[random() % words.size()] + spaces[random() % spaces.size()];
  }
  return text;
}

using Seen = std::tuple<std::string, std::string, std::uint32_t, std::uint32_t, std::uint32_t>;

Seen seen(const Token& token) {
  return {std::string(token.term), std::string(token.stem), token.start, token.position,
          token.chunk};
}

TEST(PassingOverPlainWords, LosesNoneThatIsWantedAndMovesNothing) {
  std::mt19937 random(7);
  Analyzer analyzer;
  std::vector<std::string> languages = snowball_languages();
  languages.emplace_back("");
  for (const std::string& language : languages) {
    for (int round = 0; round < 20; ++round) {
      const std::string text = random_text(random);
      const auto all = test::tokens_of(text, language);
      const auto& chosen = all[random() % all.size()];
      const auto is_wanted = [&](const Token& token) {
        return token.term == chosen.term || token.stem == chosen.stem;
      };
      PlainWordFilter wanted;
      wanted.want_term(chosen.term);
      wanted.want_stem(chosen.stem);
      std::vector<Seen> expected;
      std::vector<Seen> found;
      analyzer.analyze(text, language, [&](const Token& token) {
        if (is_wanted(token)) {
          expected.push_back(seen(token));
        }
      });
      std::size_t visited = 0;
      analyzer.analyze(text, language, wanted, [&](const Token& token) {
        ++visited;
        if (is_wanted(token)) {
          found.push_back(seen(token));
        }
      });
      ASSERT_EQ(found, expected) << language << ": " << chosen.term << " in " << text;
      if (language == "en") {
        EXPECT_LT(visited, all.size()) << text;
      }
    }
  }
}

}  // namespace
}  // namespace lede
