// Where passages begin and end.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/passage_shaper.h"

#include <gtest/gtest.h>

#include <string>

namespace lede {
namespace {

std::string shaped(std::string_view text, std::string_view core, std::size_t bytes) {
  const std::size_t at = text.find(core);
  EXPECT_NE(at, std::string_view::npos) << core;
  const ByteRange range =
      shape_passage(text, {at, at + core.size()}, {0, text.size()}, bytes).range;
  return std::string(text.substr(range.start, range.size()));
}

TEST(PassageShaper, GivesAShortTextWhole) {
  EXPECT_EQ(shaped("  The wall fell. \n", "wall", 240), "The wall fell.");
}

TEST(PassageShaper, CutsLongSentencesBetweenWords) {
  std::string text = "Start";
  for (int i = 0; i < 200; ++i) {
    text += " word";
  }
  text += " needle";
  for (int i = 0; i < 200; ++i) {
    text += " word";
  }
  const std::string passage = shaped(text, "needle", 100);
  EXPECT_LE(passage.size(), 100U);
  EXPECT_GT(passage.size(), 60U);
  EXPECT_TRUE(passage.starts_with("word ")) << passage;
  EXPECT_TRUE(passage.ends_with(" word")) << passage;
  EXPECT_NE(passage.find("needle"), std::string::npos);
}

TEST(PassageShaper, StartsAtTheSentenceWhenTheMatchIsNearItsStart) {
  std::string text = "The needle is here";
  for (int i = 0; i < 200; ++i) {
    text += " word";
  }
  EXPECT_TRUE(shaped(text, "needle", 100).starts_with("The needle is here word"));
}

TEST(PassageShaper, CutsAWordLongerThanThePassage) {
  const std::string letters(5000, 'x');
  const std::string passage = shaped("a " + letters + " b", letters, 100);
  EXPECT_EQ(passage, std::string(100, 'x'));
}

TEST(PassageShaper, NeverCutsACharacter) {
  std::string accents;  // letters of five bytes: e, and a combining mark after an accented letter
  for (int i = 0; i < 500; ++i) {
    accents += "\u00E9\u0323";
  }
  for (std::size_t bytes = 16; bytes < 64; ++bytes) {
    const std::string passage = shaped(accents, accents, bytes);
    EXPECT_EQ(passage.size() % 4, 0U) << bytes;
    EXPECT_LE(passage.size(), bytes);
    EXPECT_GT(passage.size(), 0U);
  }
}

TEST(PassageShaper, SurvivesACharacterLongerThanThePassage) {
  std::string pile = "e";
  for (int i = 0; i < 1000; ++i) {
    pile += "\u0301";
  }
  const std::string passage = shaped(pile, pile, 50);
  EXPECT_GT(passage.size(), 40U);
  EXPECT_LE(passage.size(), 50U);
  EXPECT_EQ(passage.size() % 2, 1U) << "cut inside a code point";
}

TEST(PassageShaper, StaysInItsRoom) {
  const std::string text = "one two three needle four five six";
  const std::size_t at = text.find("needle");
  const ByteRange room{text.find("three"), text.find(" five")};
  const ByteRange range = shape_passage(text, {at, at + 6}, room, 240).range;
  EXPECT_EQ(text.substr(range.start, range.size()), "three needle four");
}

TEST(PassageShaper, TrimsEveryKindOfWhiteSpace) {
  const std::string text = "\u3000\u00A0 \t\u2003x\u2028\u202F\n";
  const ByteRange range = trimmed(text, {0, text.size()});
  EXPECT_EQ(text.substr(range.start, range.size()), "x");
  const ByteRange nothing = trimmed(" \u3000 ", {0, 5});
  EXPECT_EQ(nothing.size(), 0U);
}

}  // namespace
}  // namespace lede
