// The page of results; without a question, the newest articles of the archive.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "searcher/serve/page/page_query.h"

namespace lede::page {

[[nodiscard]] std::string results_page(const SearchResponse& response, const PageQuery& query);

}  // namespace lede::page
