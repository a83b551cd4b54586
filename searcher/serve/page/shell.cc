// Writing what all pages share.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page/shell.h"

#include "searcher/serve/page/assets.h"
#include "searcher/serve/page/kept_fields.h"

namespace lede::page {
namespace {

void write_link(HtmlWriter& html, std::string_view relation, std::string_view type,
                const std::string& address) {
  html.void_element("link", {{"rel", relation}, {"type", type}, {"href", address}});
}

void write_head(HtmlWriter& html, const PageHead& head) {
  const auto scope = html.element("head");
  html.void_element("meta", {{"charset", "utf-8"}});
  html.void_element("meta",
                    {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.void_element("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.element_of("title", {}, head.title.empty() ? "Lede" : head.title + " · Lede");
  write_link(html, "stylesheet", "text/css", asset_url("page.css"));
  write_link(html, "icon", "image/svg+xml", asset_url("icon.svg"));
  html.void_element("link", {{"rel", "search"},
                             {"type", "application/opensearchdescription+xml"},
                             {"title", "Lede"},
                             {"href", "/opensearch.xml"}});
  if (head.has_results) {
    write_link(html, "alternate", "application/atom+xml", feed_url(head.query));
  }
  html.element_of("script", {{"type", "module"}, {"src", asset_url("main.js")}}, "");
}

void write_search_box(HtmlWriter& html, const PageQuery& query) {
  const auto form = html.element(
      "form", {{"class", "search"}, {"role", "search"}, {"action", "/"}, {"method", "get"}});
  html.element_of("label", {{"for", "q"}, {"class", "unseen"}}, "Search the archive");
  {
    const auto box = html.element("div", {{"class", "box"}});
    html.void_element("input", {{"type", "search"},
                                {"id", "q"},
                                {"name", "q"},
                                {"value", query.q},
                                {"dir", "auto"},
                                {"maxlength", "2048"},
                                {"placeholder", "Search the archive"},
                                {"autocomplete", "off"},
                                {"autocapitalize", "off"},
                                {"spellcheck", "false"}});
    html.element_of("button", {{"type", "submit"}}, "Search");
  }
  write_kept_fields(html, query, AskedAnew::kQuery);
}

void write_masthead(HtmlWriter& html, const PageQuery& query) {
  const auto header = html.element("header", {{"class", "masthead"}});
  html.element_of("a", {{"class", "brand"}, {"href", "/"}}, "Lede");
  write_search_box(html, query);
}

void write_foot(HtmlWriter& html) {
  const auto footer = html.element("footer", {{"class", "foot"}});
  {
    const auto keys = html.element("p", {{"class", "keys"}, {"hidden", kOn}});
    html.element_of("kbd", {}, "/");
    html.text(" search  ");
    html.element_of("kbd", {}, "j");
    html.text(" ");
    html.element_of("kbd", {}, "k");
    html.text(" through the results  ");
    html.element_of("kbd", {}, "n");
    html.text(" ");
    html.element_of("kbd", {}, "p");
    html.text(" through the matches of an article");
  }
}

}  // namespace

std::string page_of(const PageHead& head, const std::function<void(HtmlWriter&)>& content) {
  HtmlWriter html;
  html.doctype();
  {
    const auto document = html.element("html", {{"lang", "en"}});
    write_head(html, head);
    const auto body = html.element("body");
    html.element_of("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the content");
    write_masthead(html, head.query);
    {
      const auto main = html.element("main", {{"id", "main"}, {"tabindex", "-1"}});
      content(html);
    }
    write_foot(html);
  }
  return html.take();
}

}  // namespace lede::page
