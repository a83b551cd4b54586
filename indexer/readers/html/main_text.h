// Which part of a page is its article, and what inside it is not.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/tree.h"

namespace lede {

struct MainText {
  std::vector<std::size_t> parts;  // the article is inside these nodes, in this order
  Marks marks;                     // what is not
};

[[nodiscard]] MainText find_main_text(const HtmlTree& tree);

}  // namespace lede
