// Writing hidden fields.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/kept_fields.h"

namespace lede::page {
namespace {

void write_hidden(HtmlWriter& html, std::string_view name, std::string_view value) {
  if (!value.empty()) {
    html.void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
}

}  // namespace

void write_kept_fields(HtmlWriter& html, const PageQuery& query, AskedAnew part) {
  for (const FieldFilter& filter : query.filters) {
    write_hidden(html, facet_name(filter.field), filter.value);
  }
  write_hidden(html, "sort", query.sort == Sort::kRelevance ? "" : sort_name(query.sort));
  if (part == AskedAnew::kQuery) {
    write_hidden(html, "after", query.after);
    write_hidden(html, "before", query.before);
    return;
  }
  write_hidden(html, "q", query.q);
  write_hidden(html, "match", query.match == Match::kAuto ? "" : match_name(query.match));
}

}  // namespace lede::page
