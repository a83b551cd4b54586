// Cutting texts at characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/article_part.h"

#include <algorithm>
#include <string>

#include "searcher/mcp/characters.h"
#include "searcher/mcp/citations.h"

namespace lede::mcp {
namespace {

// Of byte ranges of the whole text those that are in its bytes [from, to), in characters from
// there.
OrderedJson marks_within(const OrderedJson& marks, std::string_view text, std::size_t from,
                         std::size_t to) {
  OrderedJson list = OrderedJson::array();
  for (const OrderedJson& mark : marks) {
    const std::size_t start = std::max(mark.at(0).get<std::size_t>(), from);
    const std::size_t end = std::min(mark.at(1).get<std::size_t>(), to);
    if (start < end) {
      const std::size_t before = character_count(text.substr(from, start - from));
      list.push_back({before, before + character_count(text.substr(start, end - start))});
    }
  }
  return list;
}

}  // namespace

Result<void> cut_article(OrderedJson& article, Part part) {
  const auto text = article.at("text").get<std::string>();
  const std::size_t total = character_count(text);
  if (part.start > total) {
    return fail(ErrorCode::kUsage, "the article has " + std::to_string(total) + " characters");
  }
  const std::size_t end = part.start + std::min(part.length, total - part.start);
  const std::size_t from = byte_of_character(text, part.start);
  const std::size_t to = byte_of_character(text, end);
  article.erase("zones");
  article.erase("sources");
  article["uri"] = article_uri(article.at("id").get<std::string>());
  article["text"] = text.substr(from, to - from);
  article["characters"] = {{"start", part.start}, {"end", end}, {"total", total}};
  if (const auto marks = article.find("text_marks"); marks != article.end()) {
    article["characters"]["marks"] = marks_within(*marks, text, from, to);
    article.erase("text_marks");
  }
  return {};
}

}  // namespace lede::mcp
