// Which order the words of a printed page are read in.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pdf_text/columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace lede {
namespace {

// A page set in letters 6 wide and 10 high, lines 12 apart.
class Sheet {
 public:
  void put(double left, double line, const std::string& text) {
    std::size_t start = 0;
    while (start < text.size()) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      const double from = left + 6.0 * static_cast<double>(start);
      words_.push_back({from, line * 12, from + 6.0 * static_cast<double>(end - start),
                        line * 12 + 10, text.substr(start, end - start)});
      start = end + 1;
    }
  }

  // In any order: what a file prints first is its own affair.
  [[nodiscard]] std::string read() {
    std::shuffle(words_.begin(), words_.end(), std::mt19937(7));
    return in_reading_order(words_);
  }

 private:
  std::vector<PlacedText> words_;
};

TEST(Columns, OneColumnIsReadLineByLine) {
  Sheet sheet;
  sheet.put(50, 1, "the ferry sailed at six");
  sheet.put(50, 2, "and nobody waved to it");
  EXPECT_EQ(sheet.read(), "the ferry sailed at six\nand nobody waved to it\n");
}

TEST(Columns, StandBelowAHeadlineAndAreReadOneAfterTheOther) {
  Sheet sheet;
  sheet.put(50, 1, "a headline that runs over both of the columns");
  for (int line = 0; line < 5; ++line) {
    sheet.put(50, 4 + line, "left column " + std::to_string(line));
    sheet.put(200, 4 + line, "right column " + std::to_string(line));
  }
  sheet.put(150, 40, "17");
  EXPECT_EQ(
      sheet.read(),
      "a headline that runs over both of the columns\n\n"
      "left column 0\nleft column 1\nleft column 2\nleft column 3\nleft column 4\n\n"
      "right column 0\nright column 1\nright column 2\nright column 3\nright column 4\n\n17\n");
}

TEST(Columns, ParagraphsSetApartStayInTheirColumn) {
  Sheet sheet;
  for (int line = 0; line < 3; ++line) {
    sheet.put(50, line, "left one " + std::to_string(line));
    sheet.put(50, 4 + line, "left two " + std::to_string(line));
    sheet.put(200, line, "right one " + std::to_string(line));
    sheet.put(200, 4 + line, "right two " + std::to_string(line));
  }
  EXPECT_EQ(sheet.read(),
            "left one 0\nleft one 1\nleft one 2\n\nleft two 0\nleft two 1\nleft two 2\n\n"
            "right one 0\nright one 1\nright one 2\n\nright two 0\nright two 1\nright two 2\n");
}

TEST(Columns, BulletsAreNone) {
  Sheet sheet;
  for (int line = 0; line < 4; ++line) {
    sheet.put(50, line, "-");
    sheet.put(80, line, "an item of a list that goes on " + std::to_string(line));
  }
  EXPECT_EQ(sheet.read().substr(0, 34), "- an item of a list that goes on 0");
}

TEST(Columns, AnIndentedLineBeginsAParagraph) {
  Sheet sheet;
  sheet.put(50, 1, "the end of a paragraph here");
  sheet.put(62, 2, "and the first line of one");
  sheet.put(50, 3, "with its second line below");
  EXPECT_EQ(
      sheet.read(),
      "the end of a paragraph here\n\nand the first line of one\nwith its second line below\n");
}

TEST(Columns, OfAnEmptyPageAreNone) {
  EXPECT_EQ(in_reading_order({}), "");
  EXPECT_EQ(in_reading_order({{0, 0, 0, 0, "x"}}), "x\n");
}

}  // namespace
}  // namespace lede
