// What makes an answer fit to be cited: the address of each article, and where in its text each
// passage stands, in characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "searcher/mcp/json.h"
#include "searcher/search.h"

namespace lede::mcp {

inline constexpr std::string_view kArticleTemplate = "lede://article/{id}";

// "lede://article/wall-1"
[[nodiscard]] std::string article_uri(std::string_view id);
// Nothing where `uri` is that of no article.
[[nodiscard]] std::optional<std::string> id_of_uri(std::string_view uri);

// Adds `uri` to the hits of an answer, and `characters` to their passages.
[[nodiscard]] Result<void> add_citations(OrderedJson& answer, Searcher& searcher);

// Leaves of each hit what is needed to choose it and to cite it.
void keep_titles_only(OrderedJson& answer);

}  // namespace lede::mcp
