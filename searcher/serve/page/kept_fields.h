// What a form of the page keeps of the question when one part of it is asked anew.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "searcher/serve/page/html_writer.h"
#include "searcher/serve/page/page_query.h"

namespace lede::page {

enum class AskedAnew : std::uint8_t { kQuery, kDates };

// As hidden fields.
void write_kept_fields(HtmlWriter& html, const PageQuery& query, AskedAnew part);

}  // namespace lede::page
