// Cutting texts at characters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/mcp/article_part.h"

#include <algorithm>
#include <string>

#include "searcher/mcp/characters.h"
#include "searcher/mcp/citations.h"

namespace lede::mcp {

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
  return {};
}

}  // namespace lede::mcp
