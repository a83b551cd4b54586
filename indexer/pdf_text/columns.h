// The words of a printed page in the order they are read in: columns one after the other.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace lede {

// A piece of text and where it stands; y grows downwards.
struct PlacedText {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;
};

// The text of a page, a line for each line in a column, with blank lines between paragraphs that
// are set apart. The page is cut where white runs through it: from top to bottom between columns
// first, else from side to side at the widest gap, and each half in the same way again.
[[nodiscard]] std::string in_reading_order(std::vector<PlacedText> words);

}  // namespace lede
