// Writing filters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/facets.h"

#include <algorithm>

#include "searcher/serve/page/kept_fields.h"
#include "searcher/serve/page/labels.h"

namespace lede::page {
namespace {

bool is_on(const PageQuery& query, const FieldFilter& filter) {
  return std::find(query.filters.begin(), query.filters.end(), filter) != query.filters.end();
}

// A single value that all articles have chooses nothing.
bool is_worth_showing(const Facet& facet, const SearchResponse& response, const PageQuery& query) {
  if (facet.values.empty()) {
    return false;
  }
  const FacetValue& first = facet.values.front();
  return facet.values.size() > 1 || first.count < response.total ||
         is_on(query, {facet.field, first.value});
}

void write_value(HtmlWriter& html, FacetField field, const FacetValue& value,
                 const PageQuery& query) {
  const FieldFilter filter{field, value.value};
  const bool on = is_on(query, filter);
  const PageQuery next = on ? query.without_filter(filter) : query.with_filter(field, value.value);
  const auto item = html.element("li", {{"class", on ? "on" : kOff}});
  const auto link = html.element("a", {{"href", search_url(next)}});
  if (on) {
    html.element_of("span", {{"class", "unseen"}}, "Remove filter ");
  }
  html.element_of("bdi", {{"class", "name"}}, value_label(field, value.value));
  html.text(" ");
  const auto count = html.element("span", {{"class", "number"}});
  html.text(number_label(value.count));
  html.element_of("span", {{"class", "unseen"}}, value.count == 1 ? " article" : " articles");
}

void write_facet(HtmlWriter& html, const Facet& facet, const PageQuery& query) {
  const auto section = html.element("section", {{"class", "facet"}});
  html.element_of("h3", {}, field_label(facet.field));
  {
    const auto list = html.element("ul");
    for (const FacetValue& value : facet.values) {
      write_value(html, facet.field, value, query);
    }
  }
  if (facet.more > 0 && query.all_of.empty()) {
    const auto line = html.element("p", {{"class", "more"}});
    const std::string name(facet_name(facet.field));
    const auto link = html.element("a", {{"href", search_url(query.with_all_of(name))}});
    html.text(number_label(facet.more) + " more");
    html.element_of("span", {{"class", "unseen"}}, " of " + name);
  }
}

void write_date_field(HtmlWriter& html, std::string_view name, std::string_view label,
                      std::string_view value) {
  const auto field = html.element("label");
  html.element_of("span", {}, label);
  html.void_element("input", {{"type", "text"},
                              {"name", name},
                              {"value", value},
                              {"placeholder", "2024-05-31"},
                              {"autocomplete", "off"},
                              {"size", "10"}});
}

void write_date_form(HtmlWriter& html, const PageQuery& query) {
  const auto section = html.element("section", {{"class", "facet"}});
  html.element_of("h3", {}, "Published");
  const auto form = html.element("form", {{"class", "dates"}, {"action", "/"}, {"method", "get"}});
  write_kept_fields(html, query, AskedAnew::kDates);
  write_date_field(html, "after", "From", query.after);
  write_date_field(html, "before", "Before", query.before);
  html.element_of("button", {{"type", "submit"}}, "Apply");
}

void write_chip(HtmlWriter& html, const std::string& kind, const std::string& value,
                const PageQuery& without) {
  const auto item = html.element("li");
  const auto link = html.element("a", {{"class", "chip"}, {"href", search_url(without)}});
  html.element_of("span", {{"class", "unseen"}}, "Remove filter ");
  html.element_of("span", {{"class", "kind"}}, kind);
  html.text(" ");
  html.element_of("bdi", {}, value);
  html.element_of("span", {{"class", "cross"}, {"aria-hidden", "true"}}, "×");
}

}  // namespace

void write_filters(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  const auto aside =
      html.element("aside", {{"class", "filters"}, {"id", "filters"}, {"aria-label", "Filters"}});
  html.element_of("h2", {{"class", "unseen"}}, "Filters");
  write_date_form(html, query);
  for (const Facet& facet : response.facets) {
    if (is_worth_showing(facet, response, query)) {
      write_facet(html, facet, query);
    }
  }
  if (!query.all_of.empty()) {
    const auto line = html.element("p", {{"class", "more"}});
    html.element_of("a", {{"href", search_url(query.with_all_of(""))}}, "All filters");
  }
}

void write_chips(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  const bool dated = !query.after.empty() || !query.before.empty();
  if (query.filters.empty() && !dated && query.match == Match::kAuto) {
    return;
  }
  const auto list = html.element("ul", {{"class", "chips"}, {"aria-label", "Active filters"}});
  if (dated) {
    write_chip(html, "Published", range_label(response.dates), query.with_dates("", ""));
  }
  for (const FieldFilter& filter : query.filters) {
    write_chip(html, std::string(field_label(filter.field)),
               value_label(filter.field, filter.value), query.without_filter(filter));
  }
  if (query.match != Match::kAuto) {
    write_chip(html, "Words", query.match == Match::kAll ? "all of them" : "any of them",
               query.with_match(Match::kAuto));
  }
}

}  // namespace lede::page
