// Passing over what nobody looks for: that it loses nothing, and that it is worth it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "common/text/utf8.h"
#include "tests/unit/common/text/analyzer_checks.h"
#include "tests/unit/common/text/shown_tokens.h"

namespace lede {
namespace {

// What the filter passes over at the front of a text, and what is left.
std::pair<std::uint32_t, std::string> passed(const WordFilter& filter, std::string_view text) {
  const std::uint32_t words = filter.pass(text);
  return {words, std::string(text)};
}

bool stops_at(const WordFilter& filter, std::string_view chunk) {
  return passed(filter, chunk).second == chunk;
}

using Passed = std::pair<std::uint32_t, std::string>;

TEST(WordFilter, PassesOverAllWhenNothingIsWanted) {
  EXPECT_EQ(passed(WordFilter(), " Plain words, and (others): it’s 3.5% — “so” "), Passed(7, ""));
}

TEST(WordFilter, StopsAtAWordThatBeginsAndMeasuresAsATerm) {
  WordFilter filter;
  filter.want_term("word");
  EXPECT_EQ(passed(filter, "a cord, words Word, that"), Passed(3, "Word, that"));
}

TEST(WordFilter, StopsAtAllThatMayHaveAStemOrABeginning) {
  WordFilter filter;
  filter.want_stem("elect");
  filter.want_beginning("inter");
  for (const char* word : {"elect", "elections", "internationally"}) {
    EXPECT_TRUE(stops_at(filter, word)) << word;
  }
  for (const char* word : {"elec", "in", "national"}) {
    EXPECT_FALSE(stops_at(filter, word)) << word;
  }
  filter.want_beginning("");
  EXPECT_TRUE(stops_at(filter, "national"));
  EXPECT_TRUE(stops_at(filter, "3.5%"));
}

TEST(WordFilter, LooksIntoChunksWithSigns) {
  WordFilter filter;
  filter.want_term("range");
  filter.want_term("735");
  filter.want_term("b2");
  for (const char* chunk :
       {"long-range", "RANGE", "(range)", "it’s—range", "$735", "B-2", "B's-2", "東京"}) {
    EXPECT_TRUE(stops_at(filter, chunk)) << chunk;
  }
  for (const char* chunk : {"long-term", "LONG", "$35.7", "it’s", "D-2"}) {
    EXPECT_FALSE(stops_at(filter, chunk)) << chunk;
  }
}

TEST(WordFilter, KnowsLettersWithAccents) {
  WordFilter filter;
  filter.want_term("ete");
  filter.want_term("\u0142odz");
  for (const char* chunk : {"été", "l'Été", "ŁÓDŹ", "café-ete"}) {
    EXPECT_TRUE(stops_at(filter, chunk)) << chunk;
  }
  for (const char* chunk : {"café", "naïve", "Świat", "«señor»"}) {
    EXPECT_FALSE(stops_at(filter, chunk)) << chunk;
  }
}

// The filter has a table of its own, for speed: with folding's letters.
TEST(WordFilter, FoldsLatinLettersAsFoldingDoes) {
  for (char32_t c = 0xA0; c < 0x250; ++c) {
    std::string word;
    append_utf8(word, c);
    word += "qq";
    WordFilter filter;
    filter.want_term(fold_accents(fold_case(word)));
    EXPECT_TRUE(stops_at(filter, word)) << word;
  }
}

TEST(WordFilter, TakesAWordOfOneSymbolForItselfAlone) {
  WordFilter filter;
  filter.want_term("f");
  filter.want_term("5");
  for (const char* chunk : {"F", "f.", "F-16", "F16", "5%", "x5"}) {
    EXPECT_TRUE(stops_at(filter, chunk)) << chunk;
  }
  for (const char* chunk : {"of", "FIFA", "off-duty", "1525"}) {
    EXPECT_FALSE(stops_at(filter, chunk)) << chunk;
  }
}

TEST(WordFilter, PassesOverPlainWordsOnlyWhereDistancesAreWanted) {
  WordFilter filter;
  filter.want_distances();
  EXPECT_EQ(passed(filter, "two words. long-range x"), Passed(2, "long-range x"));
}

// Words that a text may be made of: plain ones, and such as have to be looked at.
std::string random_words(std::mt19937& random) {
  std::vector<std::string> words = {
      "elections", "Election", "electing", "the",     "Minister", "U.S.",      "long-term",
      "I",         "café",     "Café,",    "biden's", "ÉLYSÉE",   "$735",      "F-16s",
      "東京の",    "a",        "skies",    "dying",   "is",       "GOVERNOR",  "no.",
      "said,",     "oeffnet",  "J.",       "l'avant", "1,000,5",  "O’Neill",   "“US”",
      "F's-16",    "foo_b4",   "été",      "Łódź",    "señor",    "Größe",     "#tag",
      "@you",      "***",      "“",        "½",       "°C",       "__",        "x's5",
      "AT&T",      "NATOs",    "es",       "bb",      "1990s",    "d'Artagnan"};
  words.emplace_back("M8G5T,V-Y1F4P(&5L96-T:6]N<R!A;F0@=&AE($-/3E-43$E45510U,");
  const std::vector<std::string> spaces = {" ", " ", " ", "\n", "  ", "\t", "—", "-"};
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) {
    text += words[random() % words.size()] + spaces[random() % spaces.size()];
  }
  return text;
}

TEST(PassingOver, LosesNoneThatIsWantedAndKeepsNeighbours) {
  std::mt19937 random(7);
  Analyzer analyzer;
  std::vector<std::string> languages = snowball_languages();
  languages.emplace_back("");
  for (const std::string& language : languages) {
    for (int round = 0; round < 60; ++round) {
      const std::string text = random_words(random);
      const auto all = test::tokens_of(text, language);
      ASSERT_EQ(test::changed_by_passing(analyzer, text, language, all[random() % all.size()],
                                         all[random() % all.size()]),
                "")
          << language << ": " << text;
    }
  }
}

TEST(PassingOver, LeavesLittle) {
  std::mt19937 random(8);
  Analyzer analyzer;
  const std::string text = random_words(random);
  const auto visited = [&](bool distances) {
    WordFilter wanted;
    wanted.want_term("ferry");
    if (distances) {
      wanted.want_distances();
    }
    std::size_t count = 0;
    analyzer.analyze(text, "en", wanted, [&](const Token& /*token*/) { ++count; });
    return count;
  };
  const std::size_t all = test::tokens_of(text, "en").size();
  EXPECT_LT(visited(false) * 2, all) << text;
  EXPECT_LT(visited(true), all) << text;
}

}  // namespace
}  // namespace lede
