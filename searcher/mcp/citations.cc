// Addresses and places of what was found.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/citations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searcher/api/percent_coding.h"
#include "searcher/mcp/characters.h"

namespace lede::mcp {
namespace {

constexpr std::string_view kArticlePrefix = "lede://article/";
constexpr std::array<std::string_view, 7> kRow = {
    "id", "title", "publisher", "published", "published_precision", "language", "missing_words"};

// `marks` are byte ranges of `text`.
OrderedJson marks_in_characters(const OrderedJson& marks, std::string_view text) {
  OrderedJson list = OrderedJson::array();
  for (const OrderedJson& mark : marks) {
    const auto from = mark.at(0).get<std::size_t>();
    const auto to = mark.at(1).get<std::size_t>();
    list.push_back({character_count(text.substr(0, from)), character_count(text.substr(0, to))});
  }
  return list;
}

// `field` is the whole text that the passage is from.
void add_characters(OrderedJson& passage, std::string_view field) {
  const auto text = passage.at("text").get<std::string>();
  const auto start = character_count(field.substr(0, passage.at("start").get<std::size_t>()));
  passage["characters"] = {{"start", start},
                           {"end", start + character_count(text)},
                           {"marks", marks_in_characters(passage.at("marks"), text)}};
}

}  // namespace

std::string article_uri(std::string_view id) {
  return std::string(kArticlePrefix) + serve::escaped_segment(id);
}

std::optional<std::string> id_of_uri(std::string_view uri) {
  if (!uri.starts_with(kArticlePrefix)) {
    return std::nullopt;
  }
  return serve::unescaped(uri.substr(kArticlePrefix.size()), false);
}

Result<void> add_citations(OrderedJson& answer, Searcher& searcher) {
  for (OrderedJson& hit : answer.at("hits")) {
    const auto id = hit.at("id").get<std::string>();
    hit["uri"] = article_uri(id);
    const auto passages = hit.find("snippets");
    if (passages == hit.end()) {
      continue;
    }
    const auto article = searcher.article(id);
    if (!article) {
      return fail(article.error());
    }
    for (OrderedJson& passage : *passages) {
      add_characters(passage, passage.at("field") == "title" ? article->title : article->text);
    }
  }
  return {};
}

void keep_titles_only(OrderedJson& answer) {
  for (OrderedJson& hit : answer.at("hits")) {
    OrderedJson row;
    for (const std::string_view name : kRow) {
      if (const auto member = hit.find(name); member != hit.end()) {
        row[std::string(name)] = std::move(*member);
      }
    }
    row["uri"] = article_uri(row.at("id").get<std::string>());
    hit = std::move(row);
  }
}

}  // namespace lede::mcp
