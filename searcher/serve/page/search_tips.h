// The query language in a few lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/serve/page/html_writer.h"

namespace lede::page {

void write_search_tips(HtmlWriter& html);

}  // namespace lede::page
