// Snowball as it is; its own vocabularies are held against it in tests/integration.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/stemmer.h"

#include <gtest/gtest.h>

#include <string>

namespace lede {
namespace {

TEST(Stemmer, StemsInItsLanguage) {
  EXPECT_EQ(Stemmer("en").stem("missiles"), "missil");
  EXPECT_EQ(Stemmer("ru").stem("страны"), "стран");
  EXPECT_EQ(Stemmer("no").stem("havnene"), "havn");
}

TEST(Stemmer, LeavesWordsOfOtherLanguagesAlone) {
  for (const std::string language : {"", "uk", "xx", "porter", "english"}) {
    Stemmer stemmer(language);
    EXPECT_FALSE(stemmer.has_rules()) << language;
    EXPECT_EQ(stemmer.stem("missiles"), "missiles");
  }
}

TEST(Stemmer, ExistsForEveryLanguageItLists) {
  for (const std::string& language : snowball_languages()) {
    EXPECT_TRUE(Stemmer(language).has_rules()) << language;
  }
  EXPECT_GE(snowball_languages().size(), 28U);
}

}  // namespace
}  // namespace lede
