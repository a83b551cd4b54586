// Text that is safe to print, measured and wrapped.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/terminal_text.h"

#include <gmock/gmock.h>

#include <random>

#include "common/text/utf8.h"

namespace lede {
namespace {

using testing::ElementsAre;
using testing::Pair;

bool commands_terminal(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode(text, i);
    const char32_t c = point.value;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2066 && c <= 0x2069)) {
      return true;
    }
    i = point.next;
  }
  return false;
}

std::vector<std::string> lines_of(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const auto& [from, to] : wrap_lines(text, width)) {
    lines.emplace_back(text.substr(from, to - from));
  }
  return lines;
}

TEST(Printable, LetsNoControlByteThrough) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = std::string("a") + static_cast<char>(byte) + "b";
    const std::string clean = printable(text);
    EXPECT_FALSE(commands_terminal(clean)) << byte;
    EXPECT_TRUE(is_valid_utf8(clean)) << byte;
  }
}

TEST(Printable, LetsNoControlCharacterThrough) {
  for (char32_t letter = 0; letter < 0x3000; ++letter) {
    std::string text = "a";
    append_utf8(text, letter);
    EXPECT_FALSE(commands_terminal(printable(text + "b"))) << static_cast<unsigned>(letter);
  }
}

TEST(Printable, DisarmsEscapeSequences) {
  EXPECT_EQ(printable("\x1b[31mred\x1b]0;title\x07 \xC2\x9B"
                      "2J"),
            "\uFFFD[31mred\uFFFD]0;title\uFFFD \uFFFD"
            "2J");
  EXPECT_EQ(printable("invoice\u202Efdp.exe"), "invoicefdp.exe");
}

TEST(Printable, FoldsWhiteSpace) {
  EXPECT_EQ(printable(" \n a\t\r\n b\u3000\u2028c \u00A0"), "a b c");
  EXPECT_EQ(printable(" \n "), "");
}

TEST(Printable, MovesMarksAlong) {
  const auto clean = printable("  one\n\n two\u202E three", {{2, 5}, {8, 11}, {15, 20}});
  EXPECT_EQ(clean.text, "one two three");
  EXPECT_THAT(clean.marks, ElementsAre(Pair(0, 3), Pair(4, 7), Pair(8, 13)));
}

TEST(Printable, KeepsMarksOverWhiteSpaceWhole) {
  const auto clean = printable("a sea \n wall b", {{2, 12}});
  EXPECT_EQ(clean.text, "a sea wall b");
  EXPECT_THAT(clean.marks, ElementsAre(Pair(2, 10)));
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("北京"), 4U);
  EXPECT_EQ(display_width("ｗａ"), 4U);
  EXPECT_EQ(display_width("e\u0301a"), 2U);
  EXPECT_EQ(display_width("한국"), 4U);
  EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);  // the same syllable in three letters
  EXPECT_EQ(display_width("ที่"), 1U);
  EXPECT_EQ(display_width("👩‍👩‍👧‍👦"), 2U);
  EXPECT_EQ(display_width("🇺🇦"), 2U);
  EXPECT_EQ(display_width("❤\uFE0F"), 2U);
  EXPECT_EQ(display_width("שלום"), 4U);
  EXPECT_EQ(display_width("a\u200Db"), 2U);
}

TEST(WrapLines, BreaksBetweenWords) {
  EXPECT_THAT(lines_of("the sea took the wall", 8), ElementsAre("the sea", "took the", "wall"));
  EXPECT_THAT(lines_of("the sea", 80), ElementsAre("the sea"));
  EXPECT_THAT(lines_of("", 80), testing::IsEmpty());
}

TEST(WrapLines, CutsWhatFitsNoLine) {
  EXPECT_THAT(lines_of("ab abcdefghij kl", 4), ElementsAre("ab", "abcd", "efgh", "ij", "kl"));
}

TEST(WrapLines, BreaksChineseAnywhereButBeforeItsStops) {
  EXPECT_THAT(lines_of("港口的墙。", 6), ElementsAre("港口的", "墙。"));
  EXPECT_THAT(lines_of("港口的墙。", 8), ElementsAre("港口的", "墙。"));
}

TEST(WrapLines, NeverExceedsTheWidthAndLosesNothing) {
  constexpr std::string_view kParts[] = {
      "a",  "sea",        " ", " ",      "北京", "。", "e\u0301",     "👩‍👩‍👧‍👦",
      "🇺🇦", "long-range", ",", "\u200B", "שלום", "ที่",  "xxxxxxxxxxxx"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 1 + random() % 30; ++i) {
      text += kParts[random() % std::size(kParts)];
    }
    text = printable(text);
    const std::size_t width = 2 + random() % 30;
    std::string joined;
    for (const auto& line : lines_of(text, width)) {
      EXPECT_LE(display_width(line), width) << text;
      EXPECT_FALSE(line.starts_with(' ') || line.ends_with(' ')) << text;
      joined += line;
    }
    std::string without_spaces = text;
    std::erase(without_spaces, ' ');
    std::erase(joined, ' ');
    EXPECT_EQ(joined, without_spaces);
  }
}

}  // namespace
}  // namespace lede
