// Putting the parts of a page of results together.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/results_page.h"

#include "searcher/serve/page/facets.h"
#include "searcher/serve/page/hit_list.h"
#include "searcher/serve/page/labels.h"
#include "searcher/serve/page/notices.h"
#include "searcher/serve/page/search_tips.h"
#include "searcher/serve/page/shell.h"
#include "searcher/serve/page/timeline.h"

namespace lede::page {
namespace {

bool is_wide_open(const PageQuery& query) { return query.q.empty(); }

void write_heading(HtmlWriter& html, const PageQuery& query) {
  const auto heading = html.element("h1");
  if (is_wide_open(query)) {
    html.text(query.is_everything() ? "Newest articles" : "Articles");
    return;
  }
  html.element_of("span", {{"class", "unseen"}}, "Results for ");
  html.element_of("bdi", {}, query.q);
}

// "2 articles", "11–20 of 34 articles".
void write_count(HtmlWriter& html, const SearchResponse& response) {
  const auto line = html.element("p", {{"class", "total"}});
  if (response.total > response.hits.size() && !response.hits.empty()) {
    html.text(number_label(response.skipped + 1) + "–" +
              number_label(response.skipped + response.hits.size()) + " of ");
  }
  html.text((response.total_exact ? "" : "at least ") + articles_label(response.total));
}

void write_order(HtmlWriter& html, const PageQuery& query) {
  const auto nav = html.element("nav", {{"class", "order"}, {"aria-label", "Order"}});
  for (const auto& [sort, label] : {std::pair(Sort::kRelevance, "Best"),
                                    {Sort::kNewest, "Newest"},
                                    {Sort::kOldest, "Oldest"}}) {
    const bool on = query.sort == sort;
    html.element_of("a",
                    {{"href", search_url(query.with_sort(sort))},
                     {"aria-current", on ? std::string_view("true") : kOff}},
                    label);
  }
}

void write_head(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  const auto head = html.element("header", {{"class", "answer"}});
  write_heading(html, query);
  write_count(html, response);
  if (!is_wide_open(query) && response.total > 1) {
    write_order(html, query);
  }
  if (response.total > 0) {
    html.element_of("a", {{"class", "to-filters"}, {"href", "#filters"}}, "Filters");
  }
  write_chips(html, response, query);
}

bool has_more(const SearchResponse& response) {
  return !response.next.empty() || response.total > response.skipped + response.hits.size();
}

void write_paging(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  const bool more = has_more(response);
  if (query.page == 1 && !more) {
    return;
  }
  const auto nav = html.element("nav", {{"class", "paging"}, {"aria-label", "Pages"}});
  if (query.page > 1) {
    html.element_of("a", {{"rel", "prev"}, {"href", search_url(query.with_page(query.page - 1))}},
                    "Previous page");
  }
  html.element_of("span", {{"aria-current", "page"}}, "Page " + number_label(query.page));
  if (more) {
    html.element_of("a", {{"rel", "next"}, {"href", search_url(query.with_page(query.page + 1))}},
                    "Next page");
  }
}

void write_way_out(HtmlWriter& html, const PageQuery& way, const std::string& label) {
  const auto item = html.element("li");
  html.element_of("a", {{"href", search_url(way)}}, label);
}

void write_no_hits(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  const auto box = html.element("section", {{"class", "nothing"}});
  if (response.documents == 0) {
    html.element_of("h2", {}, "The archive is empty");
    const auto line = html.element("p");
    html.element_of("code", {}, "lede-indexer update FOLDER");
    html.text(" fills it.");
    return;
  }
  html.element_of("h2", {}, query.page > 1 ? "There are no more articles" : "No article matches");
  const auto list = html.element("ul");
  if (query.page > 1) {
    write_way_out(html, query.with_page(1), "Back to the first page");
  }
  PageQuery without;
  without.q = query.q;
  if (!query.filters.empty() || !query.after.empty() || !query.before.empty()) {
    write_way_out(html, without, "Search without filters");
  }
  if (query.match == Match::kAll) {
    write_way_out(html, query.with_match(Match::kAny), "Any of the words will do");
  }
  write_way_out(html, PageQuery(), "See the newest of all " + articles_label(response.documents));
}

void write_results(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  const auto results = html.element("div", {{"class", "results"}});
  write_head(html, response, query);
  if (response.timeline) {
    write_timeline(html, *response.timeline, query);
  }
  write_notices(html, response, query);
  if (response.hits.empty()) {
    write_no_hits(html, response, query);
    write_search_tips(html);
  } else {
    write_hits(html, response.hits, query, response.skipped + 1);
    write_paging(html, response, query);
  }
  if (query.is_everything()) {
    write_search_tips(html);
  }
}

std::string title_of(const PageQuery& query) {
  return query.page > 1 ? query.q + " – page " + std::to_string(query.page) : query.q;
}

}  // namespace

std::string results_page(const SearchResponse& response, const PageQuery& query) {
  return page_of({title_of(query), query, true}, [&](HtmlWriter& html) {
    const auto columns = html.element("div", {{"class", "columns"}});
    write_results(html, response, query);
    if (response.total > 0 || !query.is_everything()) {
      write_filters(html, response, query);
    }
  });
}

}  // namespace lede::page
