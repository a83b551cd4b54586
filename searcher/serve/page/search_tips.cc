// What one can type, and what that finds.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/search_tips.h"

#include <utility>

namespace lede::page {

void write_search_tips(HtmlWriter& html) {
  static constexpr std::pair<std::string_view, std::string_view> kTips[] = {
      {"ferry strait licence", "all the words, best first; if those are few, fewer words"},
      {"\"export licence\"", "these words, in this form and order"},
      {"ferry OR boat", "either word"},
      {"ferry -strike", "without a word"},
      {"ferr*", "words that begin so"},
      {"hallburg~", "words that are spelled nearly so"},
      {"title:inquiry", "in the title; likewise author, source and place"},
      {"date:2024-05..2024-11", "published then; also date:7d, date:last-week"},
  };
  const auto box = html.element("details", {{"class", "tips"}});
  html.element_of("summary", {}, "What you can type");
  const auto list = html.element("dl");
  for (const auto& [typed, found] : kTips) {
    const auto pair = html.element("div");
    {
      const auto term = html.element("dt");
      html.element_of("code", {}, typed);
    }
    html.element_of("dd", {}, found);
  }
}

}  // namespace lede::page
