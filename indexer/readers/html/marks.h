// Which elements of a page are furniture, and by what they are known.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace lede {

struct Mark {
  const char* kind;  // of the zone: "navigation", "comments"
  const char* why;   // in words
};

// For each node of a page its mark, or null: it is text. All inside a marked node is out.
using Marks = std::vector<const Mark*>;

}  // namespace lede
