// Stop words: which there are, and when a word of several languages is one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/stop_words.h"

#include <gtest/gtest.h>

#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

TEST(StopWords, BelongToTheirLanguageOnly) {
  EXPECT_TRUE(is_stop_word("the", "en"));
  EXPECT_TRUE(is_stop_word("die", "de"));
  EXPECT_FALSE(is_stop_word("die", "en"));
  EXPECT_TRUE(is_stop_word("что", "ru"));
  EXPECT_FALSE(is_stop_word("kharkiv", "en"));
}

TEST(StopWords, LanguagesWithoutAListHaveNone) {
  EXPECT_FALSE(is_stop_word("the", "ja"));
  EXPECT_FALSE(is_stop_word("the", ""));
}

TEST(StopWords, OfAnIndexAreThoseOfMostOfItsArticles) {
  const UnitWord die{"die", {}, {}, {"die"}};
  const IndexLanguage mostly_english[] = {{"en", 90}, {"de", 10}};
  const IndexLanguage mostly_german[] = {{"de", 60}, {"en", 40}};
  EXPECT_FALSE(is_stop_word_of_index(die, mostly_english));
  EXPECT_TRUE(is_stop_word_of_index(die, mostly_german));
}

TEST(StopWords, ArticlesOfUnknownLanguageHaveNoSay) {
  const UnitWord the{"the", {}, {}, {"the"}};
  const IndexLanguage mostly_unknown[] = {{"und", 90}, {"en", 10}};
  EXPECT_TRUE(is_stop_word_of_index(the, mostly_unknown));
  const IndexLanguage only_unknown[] = {{"und", 90}};
  EXPECT_FALSE(is_stop_word_of_index(the, only_unknown));
}

TEST(RequestWords, AreWordsOfAskingAndNotOfTheMatter) {
  EXPECT_TRUE(is_request_word("articles", "en"));
  EXPECT_TRUE(is_request_word("artikel", "de"));
  EXPECT_FALSE(is_request_word("articles", "de"));
  EXPECT_FALSE(is_request_word("report", "en"));
}

TEST(RequestWords, AreNoStopWords) {
  // A stop word may be left out; a word of asking only counts less.
  EXPECT_FALSE(is_stop_word("articles", "en"));
  EXPECT_TRUE(is_stop_word("between", "en"));
}

}  // namespace
}  // namespace lede
