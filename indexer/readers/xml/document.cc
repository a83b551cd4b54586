// XML files parsed without what makes XML dangerous.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml/document.h"

#include <algorithm>
#include <sstream>

#include "indexer/readers/ascii.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/html/text.h"
#include "indexer/readers/markup.h"

namespace lede {
namespace {

// The encoding of `<?xml version="1.0" encoding="…"?>`.
std::string_view declared_encoding(std::string_view bytes) {
  const std::string_view declaration = bytes.substr(0, std::min(bytes.find("?>"), bytes.size()));
  constexpr std::string_view kName = "encoding";
  const std::size_t name = declaration.find(kName);
  if (!trimmed(declaration).starts_with("<?xml") || name == std::string_view::npos) {
    return {};
  }
  const std::size_t open = declaration.find_first_of("\"'", name + kName.size());
  if (open == std::string_view::npos) {
    return {};
  }
  const std::size_t close = declaration.find(declaration[open], open + 1);
  return close == std::string_view::npos ? std::string_view()
                                         : declaration.substr(open + 1, close - open - 1);
}

// Whether `declaration`, the rest of "<!ENTITY", stands for other entities or for a file.
bool is_dangerous_entity(std::string_view declaration) {
  declaration = declaration.substr(0, std::min(declaration.find('>'), declaration.size()));
  const std::size_t quote = declaration.find_first_of("\"'");
  const std::string_view name = declaration.substr(0, std::min(quote, declaration.size()));
  if (name.find("SYSTEM") != std::string_view::npos ||
      name.find("PUBLIC") != std::string_view::npos) {
    return true;
  }
  for (std::size_t at = declaration.find('&'); at != std::string_view::npos;
       at = declaration.find('&', at + 1)) {
    if (!declaration.substr(at + 1).starts_with('#')) {
      return true;
    }
  }
  return false;
}

bool has_dangerous_entity(std::string_view text) {
  constexpr std::string_view kEntity = "<!ENTITY";
  const std::size_t doctype = text.find("<!DOCTYPE");
  if (doctype == std::string_view::npos) {
    return false;
  }
  for (std::size_t at = text.find(kEntity, doctype); at != std::string_view::npos;
       at = text.find(kEntity, at + kEntity.size())) {
    if (is_dangerous_entity(text.substr(at + kEntity.size()))) {
      return true;
    }
  }
  return false;
}

// Visits a tree without recursion, which depth could exhaust.
template <typename Visit>
void walk(pugi::xml_node top, Visit&& visit) {
  pugi::xml_node node = top.first_child();
  int depth = 1;
  while (node) {
    if (!visit(node, depth)) {
      return;
    }
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node != top && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node == top) {
      return;
    }
    node = node.next_sibling();
  }
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

constexpr int kMaxMarkupDepth = 256;  // printing a tree is recursive

}  // namespace

Result<XmlDocument> parse_xml(std::string_view bytes, const ReadContext& context) {
  const std::string name(context.name);
  const std::string_view declared =
      context.charset.empty() ? declared_encoding(bytes) : context.charset;
  const auto decoded = decode_file(bytes, declared, context.name);
  if (!decoded) {
    return fail(decoded.error());
  }
  const std::string& text = decoded->text;
  if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '<')) > kMaxXmlTags) {
    return fail(ErrorCode::kTooLarge,
                name + ": refused: more than " + std::to_string(kMaxXmlTags) + " tags");
  }
  if (has_dangerous_entity(text)) {
    return fail(ErrorCode::kUnreadable,
                name + ": refused: it declares entities that stand for others or for files");
  }
  XmlDocument document{std::make_unique<pugi::xml_document>(), decoded->invalid_bytes};
  const auto parsed = document.tree->load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed || !document.root()) {
    return fail(ErrorCode::kUnreadable, name + ": broken XML: " + parsed.description() +
                                            " at byte " + std::to_string(parsed.offset));
  }
  return document;
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child) == name) {
      return child;
    }
  }
  return {};
}

pugi::xml_node child_of(pugi::xml_node node, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) {
    node = child_of(node, name);
  }
  return node;
}

void for_each_below(pugi::xml_node node, const std::function<void(pugi::xml_node)>& visit) {
  walk(node, [&](pugi::xml_node below, int /*depth*/) {
    visit(below);
    return true;
  });
}

pugi::xml_node find_below(pugi::xml_node node, std::string_view name) {
  pugi::xml_node found;
  walk(node, [&](pugi::xml_node below, int /*depth*/) {
    if (below.type() == pugi::node_element && local_name(below) == name) {
      found = below;
    }
    return !found;
  });
  return found;
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  walk(node, [&](pugi::xml_node below, int /*depth*/) {
    if (is_text(below)) {
      text += below.value();
    }
    return true;
  });
  return collapsed(text);
}

std::string markup_inside(pugi::xml_node node) {
  int deepest = 0;
  walk(node, [&](pugi::xml_node below, int depth) {
    deepest = std::max(deepest, depth);
    if (below.type() == pugi::node_element) {
      below.set_name(std::string(local_name(below)).c_str());
    }
    return true;
  });
  if (deepest > kMaxMarkupDepth) {
    return text_of(node);
  }
  std::ostringstream markup;
  for (const pugi::xml_node child : node.children()) {
    child.print(markup, "", pugi::format_raw, pugi::encoding_utf8);
  }
  return markup_to_text(markup.str());
}

}  // namespace lede
