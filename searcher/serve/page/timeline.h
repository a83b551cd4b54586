// Articles by time, as bars that are links: each narrows the search down to its days.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/serve/page/html_writer.h"
#include "searcher/serve/page/page_query.h"

namespace lede::page {

struct TimelineBar {
  std::string from;   // "2024-05"
  std::string until;  // the first month, day or year that is not in it any more
  std::string label;  // "May 2024", "1990 – 1999"
  std::uint64_t count = 0;
};

// One for each bucket; of too many to be seen, several together.
[[nodiscard]] std::vector<TimelineBar> timeline_bars(const Timeline& timeline);

// Nothing where there are fewer than two bars.
void write_timeline(HtmlWriter& html, const Timeline& timeline, const PageQuery& query);

}  // namespace lede::page
