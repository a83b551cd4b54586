// Where sentences end.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

namespace lede {
namespace {

std::vector<std::string> sentences_of(const std::string& text) {
  const auto bounds = sentence_bounds(text);
  std::vector<std::string> sentences;
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    sentences.push_back(text.substr(bounds[i - 1], bounds[i] - bounds[i - 1]));
  }
  return sentences;
}

using Sentences = std::vector<std::string>;

TEST(Sentences, EndAtStops) {
  EXPECT_EQ(sentences_of("One. Two! Three?"), (Sentences{"One. ", "Two! ", "Three?"}));
  EXPECT_EQ(sentences_of("Pi is 3.14. Yes."), (Sentences{"Pi is 3.14. ", "Yes."}));
}

TEST(Sentences, EndAtEveryLineBreak) {
  EXPECT_EQ(sentences_of("One\ntwo\n\nthree"), (Sentences{"One\n", "two\n", "\n", "three"}));
  EXPECT_EQ(sentences_of("Mr.\nSmith"), (Sentences{"Mr.\n", "Smith"}));
}

TEST(Sentences, DoNotEndAfterCommonAbbreviations) {
  EXPECT_EQ(sentences_of("Mr. Smith met Dr. Jones. They left."),
            (Sentences{"Mr. Smith met Dr. Jones. ", "They left."}));
}

TEST(Sentences, EndInOtherScripts) {
  EXPECT_EQ(sentences_of("一。二。"), (Sentences{"一。", "二。"}));
  EXPECT_EQ(sentences_of("पहला। दूसरा।"), (Sentences{"पहला। ", "दूसरा।"}));
}

TEST(Sentences, CoverTheWholeText) {
  EXPECT_TRUE(sentence_bounds("").empty());
  EXPECT_EQ(sentence_bounds("x"), (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(sentence_bounds("\n"), (std::vector<std::uint32_t>{0, 1}));
  const std::string broken = "a\xFF. B\xC3\n\xE2\x82";
  const auto bounds = sentence_bounds(broken);
  ASSERT_GE(bounds.size(), 2U);
  EXPECT_EQ(bounds.front(), 0U);
  EXPECT_EQ(bounds.back(), broken.size());
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    EXPECT_LT(bounds[i - 1], bounds[i]);
  }
}

// Of a line of ASCII, by ICU alone.
std::vector<std::uint32_t> bounds_by_icu(const std::string& line) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
  const icu::UnicodeString text(line.c_str());
  breaks->setText(text);
  std::vector<std::uint32_t> bounds;
  for (std::int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    bounds.push_back(static_cast<std::uint32_t>(at));
  }
  return bounds;
}

// Most lines are known to be one sentence without a look by ICU.
TEST(Sentences, AreThoseOfIcuWhereNothingIsAbbreviated) {
  const std::vector<std::string> pieces = {"harbour", "Wall", " ", " ", " ", ".", "!", "?",  "\"",
                                           "'",       ")",    "(", ",", "-", "3", "]", "\r", "\t"};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string line = "The";
    for (std::size_t i = random() % 12; i > 0; --i) {
      line += pieces[random() % pieces.size()];
    }
    line += random() % 2 == 0 ? "\n" : "";
    EXPECT_EQ(sentence_bounds(line), bounds_by_icu(line)) << testing::PrintToString(line);
  }
}

}  // namespace
}  // namespace lede
