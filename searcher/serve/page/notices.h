// What the reader should know of an answer: how the query was taken, what else may have been meant.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/serve/page/html_writer.h"
#include "searcher/serve/page/page_query.h"

namespace lede::page {

void write_notices(HtmlWriter& html, const SearchResponse& response, const PageQuery& query);

// The query, with the word at byte `at` marked.
void write_marked_query(HtmlWriter& html, std::string_view query, std::size_t at);

void write_did_you_mean(HtmlWriter& html, const SearchResponse& response, const PageQuery& query);

}  // namespace lede::page
