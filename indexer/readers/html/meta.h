// The fields a page declares: JSON-LD, OpenGraph, meta tags, links and headings, the surest first.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/readers/html/tree.h"
#include "indexer/readers/reader.h"

namespace lede {

// The declared title, author, publisher, date, language and canonical address of the page.
[[nodiscard]] Article declared_fields(const HtmlTree& tree, const ReadContext& context);

// The charset that an HTML or XML file declares in its first bytes, or an empty string.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace lede
