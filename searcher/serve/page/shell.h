// What every page has around its content: head, masthead with the search box, foot.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "searcher/serve/page/html_writer.h"
#include "searcher/serve/page/page_query.h"

namespace lede::page {

struct PageHead {
  std::string title;         // before " · Lede"; may be empty
  PageQuery query;           // what is in the search box and stays when another word is typed
  bool has_results = false;  // then they are a feed as well
};

// A whole document, `content` in its <main>.
[[nodiscard]] std::string page_of(const PageHead& head,
                                  const std::function<void(HtmlWriter&)>& content);

}  // namespace lede::page
