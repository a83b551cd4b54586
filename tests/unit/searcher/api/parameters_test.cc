// Parameters read by kind, and what is wrong with them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lede::serve {
namespace {

TEST(Parameters, AreReadByKind) {
  Parameters parameters(NamedValues{{"q", "a b"}, {"n", "7"}, {"yes", "true"}, {"no", "0"}});
  EXPECT_EQ(parameters.text("q"), "a b");
  EXPECT_EQ(parameters.number("n", 1, 10), 7U);
  EXPECT_EQ(parameters.number("m", 1, 10), 1U);
  EXPECT_TRUE(parameters.flag("yes", false));
  EXPECT_FALSE(parameters.flag("no", true));
  EXPECT_FALSE(parameters.problem());
}

TEST(Parameters, TheFirstProblemIsTheOneThatIsTold) {
  Parameters parameters(NamedValues{{"n", "11"}, {"m", "x"}, {"other", "1"}});
  EXPECT_EQ(parameters.number("n", 1, 10), 1U);
  EXPECT_EQ(parameters.number("m", 1, 10), 1U);
  ASSERT_TRUE(parameters.problem());
  EXPECT_EQ(parameters.problem()->param, "n");
}

TEST(Parameters, WhatNobodyReadsIsUnknown) {
  Parameters parameters(NamedValues{{"q", "a"}, {"qq", "b"}});
  EXPECT_EQ(parameters.text("q"), "a");
  ASSERT_TRUE(parameters.problem());
  EXPECT_EQ(parameters.problem()->code, "unknown_parameter");
  EXPECT_EQ(parameters.problem()->param, "qq");
}

TEST(Parameters, NumbersAreWholeAndNothingElse) {
  for (const char* bad : {"", " 1", "1 ", "+1", "-1", "1.0", "0x1", "18446744073709551616", "½"}) {
    Parameters parameters(NamedValues{{"n", bad}});
    EXPECT_EQ(parameters.number("n", 3, ~std::uint64_t{0}), 3U) << bad;
    EXPECT_TRUE(parameters.problem()) << bad;
  }
}

TEST(Parameters, ListsComeWithCommasAndRepeated) {
  Parameters parameters(NamedValues{{"f", "a,b"}, {"f", "c"}, {"f", ""}});
  EXPECT_THAT(parameters.list("f"), testing::ElementsAre("a", "b", "c", ""));
  EXPECT_THAT(parameters.list("g"), testing::IsEmpty());
  EXPECT_FALSE(parameters.problem());
}

}  // namespace
}  // namespace lede::serve
