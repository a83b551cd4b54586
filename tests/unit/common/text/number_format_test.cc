// Which commas group digits, which are decimal, which part a list; which apostrophes elide.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/number_format.h"

#include <gtest/gtest.h>

#include "common/text/elision.h"

namespace lede {
namespace {

TEST(NumberFormat, UngroupsThousands) {
  EXPECT_EQ(ungroup_number("1,000"), "1000");
  EXPECT_EQ(ungroup_number("1,234,567.5"), "1234567.5");
  EXPECT_EQ(ungroup_number("12,34,567"), "1234567");
  EXPECT_EQ(ungroup_number("1'000'000"), "1000000");
}

TEST(NumberFormat, LeavesOtherNumbersAlone) {
  for (const char* number : {"", "1000", "3.5", "1,00", "1,0000", "1000,000", "1,2,345", ",000",
                             "1,000,", "1,000.", "1,000.5.2", "1,000'000", "1,a00"}) {
    EXPECT_EQ(ungroup_number(number), std::nullopt) << number;
  }
}

TEST(NumberFormat, KnowsDecimalCommas) {
  EXPECT_TRUE(has_decimal_comma("3,5"));
  EXPECT_TRUE(has_decimal_comma("12,75"));
  EXPECT_TRUE(has_decimal_comma("0,125"));
  for (const char* number : {"", "35", "3,", ",5", "1,2,3", "2019,2020", "1,a"}) {
    EXPECT_FALSE(has_decimal_comma(number)) << number;
  }
}

TEST(Elision, NeedsAListedWordAndAVowel) {
  EXPECT_TRUE(is_elision("l", "homme"));
  EXPECT_TRUE(is_elision("Dell", "arte"));
  EXPECT_TRUE(is_elision("qu", "Élise"));
  EXPECT_TRUE(is_elision("c", "è"));
  EXPECT_FALSE(is_elision("o", "art"));
  EXPECT_FALSE(is_elision("it", "is"));
  EXPECT_FALSE(is_elision("l", "s"));
  EXPECT_FALSE(is_elision("l", ""));
  EXPECT_FALSE(is_elision("", "art"));
}

}  // namespace
}  // namespace lede
