// How an Article is kept in the database: one compact, versioned record, text compressed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "common/result.h"

namespace lede {

// The document data of `article`. See docs/index-format.md for the layout. Thread-safe.
[[nodiscard]] std::string encode_article(const Article& article);

// The article again. kDatabaseCorrupt when `record` is damaged or of an unknown version; never
// reads outside it, whatever its bytes.
[[nodiscard]] Result<Article> decode_article(std::string_view record);

// The same without text, zones and origins, which are compressed: cheap, for lists of articles.
[[nodiscard]] Result<Article> decode_article_head(std::string_view record);

}  // namespace lede
