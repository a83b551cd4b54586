// Furniture inside an article: lists of links, share lines, headings over nothing.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/tree.h"

namespace lede {

// Marks what inside node `root` is no part of the story.
void clean_article(const HtmlTree& tree, std::size_t root, Marks& marks);

}  // namespace lede
