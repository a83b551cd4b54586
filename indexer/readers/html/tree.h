// A parsed HTML page as a flat list of nodes in document order: walked without recursion, freed at
// once, and bounded in memory whatever the markup.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace lede {

struct HtmlNode {
  const GumboNode* node = nullptr;
  std::uint32_t parent = 0;  // index in the list; the root is its own parent
  std::uint32_t end = 0;     // index behind its last descendant

  [[nodiscard]] bool is_element() const {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  }
  [[nodiscard]] bool is(GumboTag tag) const { return is_element() && node->v.element.tag == tag; }

  // The value of an attribute; empty where it is missing.
  [[nodiscard]] std::string_view attribute(const char* name) const;
  [[nodiscard]] bool has_attribute(const char* name) const;

  // The text of a text node; empty for others.
  [[nodiscard]] std::string_view text() const;
};

class HtmlTree {
 public:
  // kTooLarge when the tree would take more memory than any honest page of that length.
  [[nodiscard]] static Result<HtmlTree> parse(std::string_view html);

  ~HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }

  // The text inside node `index`, blanks as they stand.
  [[nodiscard]] std::string text_of(std::size_t index) const;

 private:
  struct Arena;
  HtmlTree();
  void flatten(const GumboNode* root);

  std::unique_ptr<Arena> arena_;
  std::string source_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace lede
