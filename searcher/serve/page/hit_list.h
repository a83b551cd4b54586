// Articles in a list: what each is, and the passages that show why it matched.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "searcher/serve/page/html_writer.h"
#include "searcher/serve/page/page_query.h"

namespace lede::page {

// `first` is the number of the first one, from 1.
void write_hits(HtmlWriter& html, std::span<const Hit> hits, const PageQuery& query,
                std::uint64_t first);

// "2 July 2024", as <time>; nothing for an article without a date.
void write_date(HtmlWriter& html, const std::optional<PublishedDate>& date);

// One of a line of short facts; nothing for an empty one.
void write_fact(HtmlWriter& html, std::string_view kind, std::string_view text);

// What stands in for a title where there is none.
inline constexpr std::string_view kUntitled = "Untitled";

}  // namespace lede::page
