// The filters beside the results: dates, and what the articles have in common.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/serve/page/html_writer.h"
#include "searcher/serve/page/page_query.h"

namespace lede::page {

void write_filters(HtmlWriter& html, const SearchResponse& response, const PageQuery& query);

// Each filter that is on, as a link that takes it away.
void write_chips(HtmlWriter& html, const SearchResponse& response, const PageQuery& query);

}  // namespace lede::page
