// XML files parsed without what makes XML dangerous: no entity of the file's own is expanded, none
// is fetched, and what would cost far more memory than its size is refused.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/reader.h"

namespace lede {

inline constexpr std::size_t kMaxXmlTags = 2'000'000;  // a file has; each costs about 100 bytes

struct XmlDocument {
  std::unique_ptr<pugi::xml_document> tree;
  std::size_t invalid_bytes = 0;

  // The outermost element.
  [[nodiscard]] pugi::xml_node root() const { return tree->document_element(); }
};

// kUnreadable when `bytes` are no well-formed XML, or declare entities that stand for others or for
// files; kTooLarge when they have too many tags.
[[nodiscard]] Result<XmlDocument> parse_xml(std::string_view bytes, const ReadContext& context);

// Names without namespace prefix: files choose those as they like.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);

// The first child called `name`; or down a path of them. A null node when there is none.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node node, std::string_view name);
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node node,
                                      std::initializer_list<std::string_view> path);

// Calls `visit` for each node below `node`, elements and text, however deep, in document order.
void for_each_below(pugi::xml_node node, const std::function<void(pugi::xml_node)>& visit);

// The first element called `name` below `node`, however deep.
[[nodiscard]] pugi::xml_node find_below(pugi::xml_node node, std::string_view name);

// All text inside `node`, each run of blanks made one.
[[nodiscard]] std::string text_of(pugi::xml_node node);

// What is inside `node`, read as HTML: paragraphs by blank lines.
[[nodiscard]] std::string markup_inside(pugi::xml_node node);

}  // namespace lede
