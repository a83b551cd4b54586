// Writing hits.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/hit_list.h"

#include "searcher/output/dates.h"
#include "searcher/output/file_url.h"
#include "searcher/serve/page/labels.h"

namespace lede::page {
namespace {

void write_title(HtmlWriter& html, const Hit& hit, const PageQuery& query) {
  const auto heading = html.element("h2");
  const auto link =
      html.element("a", {{"href", article_url(hit.id, query)}, {"lang", hit.language}});
  if (hit.title.empty()) {
    html.text(kUntitled);
  } else {
    html.marked(hit.title, hit.title_marks);
  }
}

void write_facts(HtmlWriter& html, const Hit& hit) {
  const auto facts = html.element("p", {{"class", "facts"}});
  write_fact(html, "publisher", hit.publisher.empty() ? hit.agency : hit.publisher);
  write_date(html, hit.published);
  write_fact(html, "section", hit.section);
  write_fact(html, "author", hit.author);
  write_fact(html, "place", hit.place);
  write_fact(html, "language", language_label(hit.language));
}

void write_missing(HtmlWriter& html, const Hit& hit) {
  const auto line = html.element("p", {{"class", "missing"}});
  html.text("Without: ");
  for (std::size_t i = 0; i < hit.missing_words.size(); ++i) {
    html.text(i == 0 ? "" : ", ");
    html.element_of("s", {{"dir", "auto"}}, hit.missing_words[i]);
  }
}

void write_hit(HtmlWriter& html, const Hit& hit, const PageQuery& query) {
  const auto item = html.element("li", {{"class", "hit"}, {"dir", "auto"}});
  write_title(html, hit, query);
  write_facts(html, hit);
  for (const Snippet& snippet : hit.snippets) {
    const auto passage =
        html.element("p", {{"class", "passage"}, {"lang", hit.language}, {"dir", "auto"}});
    html.marked(snippet.text, snippet.marks);
  }
  if (!hit.missing_words.empty()) {
    write_missing(html, hit);
  }
}

}  // namespace

void write_date(HtmlWriter& html, const std::optional<PublishedDate>& date) {
  if (date) {
    html.element_of("time", {{"class", "fact"}, {"datetime", date_text(*date)}},
                    date_label(date->instant, date->precision));
  }
}

void write_fact(HtmlWriter& html, std::string_view kind, std::string_view text) {
  if (!text.empty()) {
    const auto fact = html.element("span", {{"class", "fact"}});
    html.element_of("bdi", {{"class", kind}}, text);
  }
}

void write_hits(HtmlWriter& html, std::span<const Hit> hits, const PageQuery& query,
                std::uint64_t first) {
  const auto list = html.element("ol", {{"class", "hits"}, {"start", std::to_string(first)}});
  for (const Hit& hit : hits) {
    write_hit(html, hit, query);
  }
}

}  // namespace lede::page
