// Writing notices.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/notices.h"

#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "searcher/serve/page/labels.h"

namespace lede::page {
namespace {

// Bytes of a long query on each side of the place that matters.
constexpr std::size_t kShownAround = 60;

// The planner's warnings are of the archive and not of a place in the query.
bool has_place(const QueryWarning& warning, const SearchResponse& response) {
  const auto& of_query = response.parsed.warnings;
  return std::find(of_query.begin(), of_query.end(), warning) != of_query.end();
}

void write_warnings(HtmlWriter& html, const SearchResponse& response) {
  const auto box = html.element("div", {{"class", "notice"}});
  html.element_of("p", {}, "Some of the query was taken literally:");
  const auto list = html.element("ul");
  for (const QueryWarning& warning : response.warnings) {
    const auto item = html.element("li");
    html.element_of("bdi", {}, warning.message);
    if (has_place(warning, response)) {
      html.text(" ");
      write_marked_query(html, response.query, warning.at);
    }
  }
}

void write_relaxed(HtmlWriter& html, const PageQuery& query) {
  const auto line = html.element("p", {{"class", "notice"}});
  html.text("Some of these articles lack words of the query. ");
  html.element_of("a", {{"href", search_url(query.with_match(Match::kAll))}},
                  "Only those with all words");
}

}  // namespace

void write_marked_query(HtmlWriter& html, std::string_view query, std::size_t at) {
  const std::string text = repair_utf8(query).text;
  const std::size_t from = floor_boundary(text, std::min(at, text.size()));
  const std::size_t end = floor_boundary(
      text, std::min({text.find_first_of(" \t\n", from + 1), from + kShownAround, text.size()}));
  const std::size_t begin = floor_boundary(text, from - std::min(from, kShownAround));
  const std::size_t stop = floor_boundary(text, std::min(end + kShownAround, text.size()));
  const auto code = html.element("code", {{"class", "typed"}, {"dir", "auto"}});
  html.text(begin > 0 ? "… " : "");
  html.text(std::string_view(text).substr(begin, from - begin));
  html.element_of(
      "mark", {},
      from < text.size() ? std::string_view(text).substr(from, end - from) : " (its end)");
  html.text(std::string_view(text).substr(end, stop - end));
  html.text(stop < text.size() ? " …" : "");
}

void write_did_you_mean(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  if (!response.did_you_mean) {
    return;
  }
  const DidYouMean& meant = *response.did_you_mean;
  const auto line = html.element("p", {{"class", "meant"}});
  html.text("Did you mean ");
  html.element_of("a", {{"href", search_url(query.with_query(meant.query))}, {"dir", "auto"}},
                  meant.query);
  html.text("? ");
  html.element_of("span", {{"class", "quiet"}},
                  (meant.total_exact ? "" : "at least ") + articles_label(meant.total));
}

void write_notices(HtmlWriter& html, const SearchResponse& response, const PageQuery& query) {
  write_did_you_mean(html, response, query);
  if (!response.warnings.empty()) {
    write_warnings(html, response);
  }
  if (response.partial) {
    html.element_of("p", {{"class", "notice"}},
                    "The search was cut short by its time limit: there may be more.");
  }
  if (response.relaxed && !response.hits.empty()) {
    write_relaxed(html, query);
  }
}

}  // namespace lede::page
