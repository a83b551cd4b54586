// Writing a line of marked text with its looks.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/output/terminal_text.h"

namespace lede {

// What is written before plain text, before a mark, and after both; all empty without colour.
struct LineLook {
  std::string_view text;
  std::string_view mark;
  std::string_view end;
};

// Appends the bytes [line.first, line.second) of `text`, its marks in their look. A mark that goes
// on in the next line is closed in this one.
void append_marked(std::string& out, const MarkedText& text,
                   std::pair<std::size_t, std::size_t> line, const LineLook& look);

}  // namespace lede
