// A whole article for people to read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/output/terminal_style.h"

namespace lede {

// Title, what is known of it, and the text, wrapped to the terminal.
[[nodiscard]] std::string article_text(const Article& article, const TerminalStyle& style);

// Its text alone, each paragraph wrapped to `width` columns and safe to print.
[[nodiscard]] std::string paragraphs_text(std::string_view text, std::size_t width);

}  // namespace lede
