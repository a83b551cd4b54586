// Lines, however the bytes of them come.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/line_splitter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lede::mcp {
namespace {

using testing::ElementsAre;

// "…" for a line that was too long.
std::vector<std::string> lines_of(std::string_view text, std::size_t longest, std::size_t step) {
  std::vector<std::string> lines;
  LineSplitter splitter(longest, [&](std::string_view line, bool too_long) {
    lines.emplace_back(too_long ? "…" : line);
  });
  for (std::size_t at = 0; at < text.size(); at += step) {
    splitter.add(text.substr(at, step));
  }
  splitter.end();
  return lines;
}

TEST(LineSplitter, GivesTheSameLinesHoweverTheyCome) {
  for (std::size_t step = 1; step < 30; ++step) {
    EXPECT_THAT(lines_of("one\n\ntwo\r\nthree", 10, step), ElementsAre("one", "", "two\r", "three"))
        << step;
  }
}

TEST(LineSplitter, LeavesOutWhatIsTooLongAndGoesOn) {
  for (std::size_t step = 1; step < 30; ++step) {
    EXPECT_THAT(lines_of("12345\n123456\n1234567890123\n1\n123456", 5, step),
                ElementsAre("12345", "…", "…", "1", "…"))
        << step;
  }
}

TEST(LineSplitter, NothingAfterTheLastLineEndIsNoLine) {
  EXPECT_THAT(lines_of("one\n", 5, 5), ElementsAre("one"));
  EXPECT_THAT(lines_of("", 5, 5), ElementsAre());
}

}  // namespace
}  // namespace lede::mcp
