// Any text in any place of a page: it stays text. Pages are well-formed, have the one script that
// is ours, and lead nowhere but here and to the web. The first line of the input is the query, the
// rest the article.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "searcher/serve/page/problem_page.h"
#include "searcher/serve/page/reader_page.h"
#include "searcher/serve/page/results_page.h"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check(const std::string& page) {
  pugi::xml_document document;
  require(document.load_string(page.c_str(), pugi::parse_full));
  require(document.select_nodes("//script").size() == 1);
  require(document.select_nodes("//style|//iframe|//img|//object|//embed|//base").empty());
  for (const auto& found : document.select_nodes("//@href|//@src|//@action")) {
    const std::string_view address = found.attribute().value();
    require(address.starts_with('/') || address.starts_with('#') ||
            address.starts_with("http://") || address.starts_with("https://"));
    require(!address.starts_with("//"));
  }
}

// Marks where they may be and where they must not.
lede::Marks marks_in(std::string_view text) {
  lede::Marks marks;
  for (std::size_t at = 0; at < text.size(); at += 7) {
    marks.emplace_back(at, at + static_cast<unsigned char>(text[at]) % 9);
  }
  return marks;
}

lede::Hit hit_of(const std::string& text) {
  lede::Hit hit;
  hit.id = hit.title = hit.publisher = hit.author = hit.place = hit.section = text;
  hit.language = text.substr(0, 8);
  hit.title_marks = marks_in(text);
  hit.missing_words = {text};
  hit.snippets = {{"text", 0, text, marks_in(text)}};
  return hit;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  const std::string query(input.substr(0, end));
  const std::string text(end == std::string_view::npos ? "" : input.substr(end + 1));

  lede::page::PageQuery asked;
  asked.q = query;
  asked.filters = {{lede::FacetField::kPublisher, text}};
  asked.after = query;

  lede::SearchResponse response;
  response.query = query;
  response.hits = {hit_of(text)};
  response.total = 2;
  response.facets = {{lede::FacetField::kAuthor, {{text, 1}, {query, 1}}, 1, 0}};
  response.timeline = lede::Timeline{lede::Interval::kYear, {{"2023", 1}, {query, 1}}, 0};
  response.warnings = {{"code", text, text.size()}};
  response.parsed.warnings = response.warnings;
  response.did_you_mean = lede::DidYouMean{text, 1, true};
  check(lede::page::results_page(response, asked));

  lede::MarkedArticle marked;
  marked.article.title = marked.article.text = marked.article.url = marked.article.path = text;
  marked.query = query;
  marked.title_marks = marked.text_marks = marks_in(text);
  check(lede::page::reader_page(marked, response.hits, asked));

  check(lede::page::problem_page({400, "bad_query", text, "q"}, {asked, "/?q=" + query, "id"}));
  return 0;
}
