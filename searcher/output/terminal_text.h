// Article text on a terminal: nothing in it may command the terminal, lines must fit, and marks
// must stay on what they mark.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lede {

// Byte ranges [from, to), ascending, not overlapping.
using Marks = std::vector<std::pair<std::size_t, std::size_t>>;

struct MarkedText {
  std::string text;
  Marks marks;
};

// `text` safe to print: white space of any kind and length is one space and none at the ends,
// control characters (escape sequences start with one) and broken UTF-8 are U+FFFD, characters
// that reorder what surrounds them are left out. Marks move along.
[[nodiscard]] MarkedText printable(std::string_view text, const Marks& marks);
[[nodiscard]] std::string printable(std::string_view text);

// Columns that printable text takes: East Asian wide characters and emoji two, combining marks
// none.
[[nodiscard]] std::size_t display_width(std::string_view text);

// Where to break printable text so that each line is at most `width` (at least 2) columns, as the
// line breaking rules of all scripts have it; words too long for a line are cut between
// characters. The spaces at breaks are in no line.
[[nodiscard]] Marks wrap_lines(std::string_view text, std::size_t width);

}  // namespace lede
