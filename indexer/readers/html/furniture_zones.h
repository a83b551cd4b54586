// What of a page is no part of its article, as zones: taken out of the text, but not lost.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "common/article.h"
#include "indexer/readers/html/main_text.h"
#include "indexer/readers/html/tree.h"

namespace lede {

// The readable text outside of `main`, in document order, neighbours of one kind as one zone; no
// more than 256 KiB of it. The zones' places start at `start`, one blank line between them.
[[nodiscard]] std::vector<Zone> furniture_zones(const HtmlTree& tree, const MainText& main,
                                                std::size_t start);

}  // namespace lede
