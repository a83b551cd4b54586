// Putting the parts of an article's page together.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/reader_page.h"

#include "searcher/output/file_url.h"
#include "searcher/serve/page/article_text.h"
#include "searcher/serve/page/hit_list.h"
#include "searcher/serve/page/labels.h"
#include "searcher/serve/page/shell.h"

namespace lede::page {
namespace {

void write_facts(HtmlWriter& html, const Article& article) {
  {
    const auto facts = html.element("p", {{"class", "facts"}});
    write_fact(html, "publisher", article.publisher);
    write_fact(html, "agency", article.agency == article.publisher ? "" : article.agency);
    write_date(html, article.published);
    write_fact(html, "section", article.section);
    write_fact(html, "author", article.author);
    write_fact(html, "place", article.place);
    write_fact(html, "language", language_label(article.language));
  }
  const std::string address = web_url(article.url);
  if (!address.empty()) {
    const auto line = html.element("p", {{"class", "origin"}});
    html.element_of("a", {{"href", address}, {"rel", "noopener noreferrer external"}},
                    "The original on the web");
  }
}

// Links without scripts; with them, keys and buttons that go from match to match.
void write_match_links(HtmlWriter& html, const MarkedArticle& marked) {
  if (marked.query.empty()) {
    return;
  }
  const std::size_t count = marked.text_marks.size();
  const auto bar =
      html.element("nav", {{"class", "matches"}, {"aria-label", "Matches in this article"}});
  const auto status = html.element("p", {{"role", "status"}});
  if (count == 0) {
    html.text(marked.title_marks.empty() ? "The query matches nothing in this article."
                                         : "The query matches the title alone.");
    return;
  }
  html.element_of("a", {{"href", "#m1"}},
                  count == 1 ? "1 match" : number_label(count) + " matches");
}

void write_similar(HtmlWriter& html, std::span<const Hit> similar) {
  if (similar.empty()) {
    return;
  }
  const auto aside = html.element("aside", {{"class", "similar"}, {"aria-label", "Similar"}});
  html.element_of("h2", {}, "Similar articles");
  const auto list = html.element("ul");
  for (const Hit& hit : similar) {
    const auto item = html.element("li");
    html.element_of("a",
                    {{"href", article_url(hit.id, {})}, {"lang", hit.language}, {"dir", "auto"}},
                    hit.title.empty() ? kUntitled : std::string_view(hit.title));
    const auto facts = html.element("p", {{"class", "facts"}});
    write_fact(html, "publisher", hit.publisher.empty() ? hit.agency : hit.publisher);
    write_date(html, hit.published);
  }
}

void write_article(HtmlWriter& html, const MarkedArticle& marked) {
  const Article& article = marked.article;
  const auto scope = html.element("article", {{"class", "reader"}});
  {
    const auto header = html.element("header");
    {
      const auto title = html.element("h1", {{"lang", article.language}, {"dir", "auto"}});
      if (article.title.empty()) {
        html.text(kUntitled);
      } else {
        html.marked(article.title, marked.title_marks);
      }
    }
    write_facts(html, article);
  }
  write_match_links(html, marked);
  const auto body =
      html.element("div", {{"class", "text"}, {"lang", article.language}, {"dir", "auto"}});
  write_article_text(html, article.text, marked.text_marks);
}

void write_reading(HtmlWriter& html, const MarkedArticle& marked, const PageQuery& query) {
  const auto column = html.element("div", {{"class", "results"}});
  {
    const auto trail = html.element("nav", {{"class", "trail"}, {"aria-label", "Back"}});
    html.element_of("a", {{"href", search_url(query)}},
                    query.is_everything() ? "All articles" : "Back to the results");
  }
  write_article(html, marked);
  if (!marked.article.path.empty()) {
    const auto line = html.element("p", {{"class", "path"}});
    html.text("File: ");
    html.element_of("bdi", {}, marked.article.path);
  }
}

}  // namespace

std::string reader_page(const MarkedArticle& marked, std::span<const Hit> similar,
                        const PageQuery& query) {
  const std::string& title = marked.article.title;
  return page_of({title.empty() ? std::string(kUntitled) : title, query, false},
                 [&](HtmlWriter& html) {
                   const auto columns = html.element("div", {{"class", "columns"}});
                   write_reading(html, marked, query);
                   write_similar(html, similar);
                 });
}

}  // namespace lede::page
