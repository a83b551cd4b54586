// Paths and parameters taken apart, escapes and all.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/api/percent_coding.h"

namespace lede::serve {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Target, IsTakenApartBeforeItIsDecoded) {
  const auto target = parse_target("/v1/documents/a%2Fb%3F?q=c%26d&r");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->segments, ElementsAre("v1", "documents", "a/b?"));
  EXPECT_THAT(*parse_form(target->query), ElementsAre(Pair("q", "c&d"), Pair("r", "")));
}

TEST(Target, OfTheRootHasNoSegments) {
  EXPECT_TRUE(parse_target("/")->segments.empty());
  EXPECT_TRUE(parse_target("/?q=a")->segments.empty());
}

TEST(Target, PlusIsABlankInValuesOnly) {
  EXPECT_THAT(parse_target("/a+b")->segments, ElementsAre("a+b"));
  EXPECT_THAT(*parse_form("q=a+b%2Bc"), ElementsAre(Pair("q", "a b+c")));
}

TEST(Target, WhatIsNoPathIsRefused) {
  for (const char* bad : {"", "*", "http://localhost/", "a", "/%", "/%4", "/%4g", "/a%zz"}) {
    EXPECT_FALSE(parse_target(bad)) << bad;
  }
  EXPECT_FALSE(parse_form("a=%"));
  EXPECT_FALSE(parse_form("%f=1"));
}

TEST(Target, EveryByteSurvivesEscaping) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) {
    all += static_cast<char>(byte);
  }
  const std::string escaped = escaped_segment(all);
  EXPECT_THAT(parse_target("/" + escaped)->segments, ElementsAre(all));
  EXPECT_THAT(*parse_form("q=" + escaped), ElementsAre(Pair("q", all)));
}

TEST(Target, AnEscapeAtTheEndIsRead) {
  EXPECT_THAT(parse_target("/a%41")->segments, ElementsAre("aA"));
  EXPECT_THAT(*parse_form("q=%C3%A9"), ElementsAre(Pair("q", "é")));
}

}  // namespace
}  // namespace lede::serve
