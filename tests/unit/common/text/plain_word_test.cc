// Plain words: what they are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/plain_word.h"

#include <gtest/gtest.h>

#include <string>

namespace lede {
namespace {

TEST(PlainWord, IsSmallLettersAndMayBeginWithACapital) {
  for (const char* word : {"a", "I", "no", "word", "Word"}) {
    EXPECT_TRUE(is_plain_word(word)) << word;
  }
  const std::string too_long(65, 'a');
  for (const char* chunk : {"", "WORD", "wOrd", "don't", "long-range", "word,", " word", "f16",
                            "café", "u.s.", too_long.c_str()}) {
    EXPECT_FALSE(is_plain_word(chunk)) << chunk;
  }
}

TEST(PlainWord, MayHaveOneMarkAfterIt) {
  EXPECT_EQ(plain_word_length("word next"), 4U);
  EXPECT_EQ(plain_word_length("Word, next"), 4U);
  EXPECT_EQ(plain_word_length("word."), 4U);
  EXPECT_EQ(plain_word_length("J. K."), 1U);
}

TEST(PlainWord, IsNoneWhereARuleMayFindMore) {
  for (const char* text : {"", "  ", "word-by-word", "word's", "word.next", "word.,", "(word",
                           "U.S.", "wordé", "word1"}) {
    EXPECT_EQ(plain_word_length(text), 0U) << text;
  }
}

}  // namespace
}  // namespace lede
