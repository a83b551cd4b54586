// Which words fit which pattern.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/pattern.h"

#include <gtest/gtest.h>

#include <chrono>

namespace lede {
namespace {

TEST(Pattern, StandsForAnyLettersOrForOne) {
  struct Case {
    std::string_view term;
    std::string_view pattern;
    bool fits;
  };
  for (const auto& [term, pattern, fits] : {
           Case{"word", "w?rd", true},
           {"wrd", "w?rd", false},
           {"woord", "w?rd", false},
           {"word", "w*rd", true},
           {"wrd", "w*rd", true},
           {"words", "w*rd", false},
           {"zelensky", "zel*sky", true},
           {"zelsky", "zel*sky", true},
           {"zelskysk", "zel*sky", false},
           {"zelskysky", "zel*sky", true},
           {"abab", "a*b*b", true},
           {"ab", "a*b*b", false},
           {"word", "word", true},
           {"word", "wor", false},
           {"word", "wor*", true},
           {"wor", "wor*", true},
           {"wor", "wor**", true},
           {"wor", "wor?", false},
           {"", "*", true},
           {"", "?", false},
           {"", "", true},
           {"général", "g?n?ral", true},  // a letter, not a byte
           {"北京", "北?", true},
           {"北京", "北??", false},
           {"北京大学", "北*学", true},
       }) {
    EXPECT_EQ(fits_pattern(term, pattern), fits) << term << " " << pattern;
  }
}

TEST(Pattern, TakesNoLongerThanBothLengthsSay) {
  const std::string term(2'000, 'a');
  std::string pattern;
  for (int i = 0; i < 200; ++i) {
    pattern += "a*";
  }
  const auto started = std::chrono::steady_clock::now();
  EXPECT_FALSE(fits_pattern(term, pattern + "b"));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  EXPECT_LT(took.count(), 30) << "seconds; trying every way would take for ever";
}

TEST(Pattern, StartsWithWhatIsBeforeTheFirstMark) {
  EXPECT_EQ(literal_prefix("zel*sky"), "zel");
  EXPECT_EQ(literal_prefix("w?rd*"), "w");
  EXPECT_EQ(literal_prefix("word"), "word");
  EXPECT_EQ(literal_prefix("*word"), "");
  EXPECT_TRUE(is_plain_prefix("wor*"));
  EXPECT_FALSE(is_plain_prefix("w?r*"));
  EXPECT_FALSE(is_plain_prefix("w*r*"));
  EXPECT_FALSE(is_plain_prefix("word"));
  EXPECT_FALSE(is_plain_prefix("wor?"));
}

TEST(Pattern, HidesAndShowsItsMarks) {
  const std::string hidden = hide_wildcards("zel*s?y");
  EXPECT_EQ(hidden.find_first_of("*?"), std::string::npos);
  EXPECT_EQ(show_wildcards(hidden), "zel*s?y");
}

}  // namespace
}  // namespace lede
