// The visible text of a parsed page: lines and paragraphs as a browser would break them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/html/main_text.h"
#include "indexer/readers/html/tree.h"

namespace lede {

// The text of the page's article. A heading that says just `title` is left out.
[[nodiscard]] std::string article_text(const HtmlTree& tree, const MainText& main,
                                       std::string_view title);

// The text inside node `index`, whatever it is, without scripts and the like.
[[nodiscard]] std::string readable_text(const HtmlTree& tree, std::size_t index);

// All the text there is, as for a piece of markup in a record, but for a heading that says `title`.
[[nodiscard]] std::string whole_text(const HtmlTree& tree, std::string_view title = {});

// The text of the heading at `index` on one line, up to a paragraph that an unclosed tag let in.
[[nodiscard]] std::string heading_text(const HtmlTree& tree, std::size_t index);

// `text` with each run of white space made one blank, and none at the ends.
[[nodiscard]] std::string collapsed(std::string_view text);

}  // namespace lede
