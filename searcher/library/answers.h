// From the answers inside to those that programs see.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "lede/answer.h"
#include "searcher/search.h"

namespace lede::v1 {

[[nodiscard]] Answer answer_of(SearchResponse&& response);
[[nodiscard]] std::vector<Suggestion> suggestions_of(SuggestResponse&& response);
[[nodiscard]] Article article_of(MarkedArticle&& marked);
[[nodiscard]] Stats stats_of(IndexStats&& stats);

}  // namespace lede::v1
