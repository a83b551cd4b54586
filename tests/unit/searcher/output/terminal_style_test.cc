// When there is colour, and how wide lines are.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/terminal_style.h"

#include <gtest/gtest.h>

namespace lede {
namespace {

TerminalFacts terminal() {
  TerminalFacts facts;
  facts.is_terminal = true;
  facts.columns = 120;
  facts.term = "xterm-256color";
  return facts;
}

TEST(TerminalStyle, IsColouredOnATerminalOnly) {
  EXPECT_TRUE(terminal_style(ColorChoice::kAuto, terminal()).color);
  EXPECT_FALSE(terminal_style(ColorChoice::kAuto, {}).color);
  EXPECT_TRUE(terminal_style(ColorChoice::kAlways, {}).color);
  EXPECT_FALSE(terminal_style(ColorChoice::kNever, terminal()).color);
}

TEST(TerminalStyle, HeedsNoColorAndDumbTerminals) {
  auto facts = terminal();
  facts.no_color = "1";
  EXPECT_FALSE(terminal_style(ColorChoice::kAuto, facts).color);
  EXPECT_FALSE(terminal_style(ColorChoice::kAuto, facts).links);
  EXPECT_TRUE(terminal_style(ColorChoice::kAlways, facts).color);
  facts = terminal();
  facts.term = "dumb";
  EXPECT_FALSE(terminal_style(ColorChoice::kAuto, facts).color);
}

TEST(TerminalStyle, TakesTheWidthFromColumnsThenTheTerminal) {
  auto facts = terminal();
  EXPECT_EQ(terminal_style(ColorChoice::kAuto, facts).width, 120U);
  facts.columns_variable = "40";
  EXPECT_EQ(terminal_style(ColorChoice::kAuto, facts).width, 40U);
  facts.columns_variable = "forty";
  EXPECT_EQ(terminal_style(ColorChoice::kAuto, facts).width, 120U);
  EXPECT_EQ(terminal_style(ColorChoice::kAuto, {}).width, 80U);
}

TEST(TerminalStyle, NeverIsTooNarrowToPrintIn) {
  auto facts = terminal();
  facts.columns_variable = "1";
  EXPECT_EQ(terminal_style(ColorChoice::kAuto, facts).width, 20U);
}

}  // namespace
}  // namespace lede
