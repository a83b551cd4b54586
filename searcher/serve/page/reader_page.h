// One article to read: its text with what matched marked, and articles like it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "searcher/serve/page/page_query.h"

namespace lede::page {

[[nodiscard]] std::string reader_page(const MarkedArticle& marked, std::span<const Hit> similar,
                                      const PageQuery& query);

}  // namespace lede::page
