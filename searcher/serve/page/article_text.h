// The text of an article as paragraphs, its matches numbered so that they can be jumped to.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "searcher/serve/page/html_writer.h"

namespace lede::page {

// The first match is the element "m1".
void write_article_text(HtmlWriter& html, std::string_view text, const Marks& marks);

}  // namespace lede::page
