// What may be passed over unread, and what never.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/line_filter.h"

#include <gtest/gtest.h>

namespace lede {
namespace {

QueryUnit group_of(const std::vector<std::vector<std::string>>& parts) {
  QueryUnit group;
  group.kind = NodeKind::kSentence;
  for (const auto& terms : parts) {
    QueryUnit part;
    part.writings.push_back({Field::kAny, {{terms, {}, {}, 0}}});
    group.parts.push_back(part);
  }
  return group;
}

TEST(LineFilter, PassesOverLinesWithoutAPart) {
  LineFilter filter(group_of({{"mayor"}, {"resigned", "resigns"}}));
  EXPECT_TRUE(filter.may_hold_all("The Mayor, they say, RESIGNED."));
  EXPECT_TRUE(filter.may_hold_all("“No mayor – resigns”"));
  EXPECT_FALSE(filter.may_hold_all("The mayor spoke."));
  EXPECT_FALSE(filter.may_hold_all("resigned"));
  EXPECT_FALSE(filter.may_hold_all(""));
}

// All that folding, joining and number formats make of a word.
TEST(LineFilter, NeverPassesOverWhatTheAnalyzerWouldFind) {
  struct Case {
    std::string term;
    std::string_view line;
  };
  for (const auto& [term, line] : {Case{"longrange", "a long-range missile"},
                                   {"f16", "an F-16"},
                                   {"1000", "it cost 1,000"},
                                   {"u.s", "the U.S. said"},
                                   {"harbour's", "the harbour’s wall"},
                                   {"cafe", "le café"},
                                   {"strasse", "die Straße"},
                                   {"wall", "ｗａｌｌ"},
                                   {"北京", "在北京"}}) {
    EXPECT_TRUE(LineFilter(group_of({{term}})).may_hold_all(line)) << term << ": " << line;
  }
}

TEST(LineFilter, KnowsPatternsByTheirFirstLetters) {
  QueryUnit group = group_of({{}});
  group.parts[0].writings[0].slots[0].pattern = "zel*sky";
  LineFilter filter(group);
  EXPECT_TRUE(filter.may_hold_all("Zelensky"));
  EXPECT_FALSE(filter.may_hold_all("Volodymyr"));
}

}  // namespace
}  // namespace lede
