// A parsed HTML page as a flat list of nodes. gumbo's own freeing is recursive and its memory
// unbounded, so it gets an arena: freed as a whole, and left by longjmp when it is full.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/tree.h"

#include <csetjmp>
#include <new>
#include <utility>

#include "indexer/readers/html/limits.h"
#include "indexer/readers/html/machinery.h"

namespace lede {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr std::size_t kAlign = alignof(std::max_align_t);

// Twice what the hungriest of 597 saved pages took: 16 bytes for a byte of page.
constexpr std::size_t kArenaBase = std::size_t{32} << 20;
constexpr std::size_t kArenaPerByte = 32;

}  // namespace

struct HtmlTree::Arena {
  std::vector<std::unique_ptr<char[]>> blocks;  // NOLINT(modernize-avoid-c-arrays): raw memory
  char* next = nullptr;
  std::size_t left = 0;
  std::size_t used = 0;
  std::size_t limit = 0;
  std::jmp_buf full{};

  void* allocate(std::size_t size) {
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left) {
      const std::size_t length = size > kBlock / 4 ? size : kBlock;
      char* block = length > limit - used ? nullptr : new (std::nothrow) char[length];
      if (block == nullptr) {
        return nullptr;
      }
      blocks.emplace_back(block);
      used += length;
      if (length == size) {
        return block;  // the block in use keeps its rest
      }
      next = block;
      left = length;
    }
    void* memory = next;
    next += size;
    left -= size;
    return memory;
  }

  // gumbo does not check for null: it is left behind instead. Between here and parse_into() are
  // only its own frames, which are C and own nothing outside the arena.
  static void* allocate_or_leave(void* arena, std::size_t size) {
    auto* self = static_cast<Arena*>(arena);
    void* memory = self->allocate(size);
    if (memory == nullptr) {
      std::longjmp(self->full, 1);  // NOLINT(cert-err52-cpp): see above
    }
    return memory;
  }

  static void deallocate(void*, void*) {}

  // Null when the arena is full. Keep objects with destructors out of this function.
  const GumboNode* parse_into(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate_or_leave;
    options.deallocator = deallocate;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(full) != 0) {  // NOLINT(cert-err52-cpp): see above
      return nullptr;
    }
    return gumbo_parse_with_options(&options, html.data(), html.size())->root;
  }
};

HtmlTree::HtmlTree() : arena_(std::make_unique<Arena>()) {}
HtmlTree::~HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;

std::string_view HtmlNode::attribute(const char* name) const {
  if (!is_element()) {
    return {};
  }
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlNode::has_attribute(const char* name) const {
  return is_element() && gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

std::string_view HtmlNode::text() const {
  switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      return node->v.text.text;
    default:
      return {};
  }
}

Result<HtmlTree> HtmlTree::parse(std::string_view html) {
  HtmlTree tree;
  tree.source_ = cap_nesting(without_machinery(html));
  tree.arena_->limit = kArenaBase + kArenaPerByte * html.size();
  const GumboNode* root = tree.arena_->parse_into(tree.source_);
  if (root == nullptr) {
    return fail(ErrorCode::kTooLarge, "the markup unfolds to more than " +
                                          std::to_string(tree.arena_->limit >> 20) +
                                          " MiB of elements");
  }
  tree.flatten(root);
  return tree;
}

void HtmlTree::flatten(const GumboNode* root) {
  struct Open {
    std::uint32_t index;
    unsigned next_child;
  };
  nodes_.push_back(HtmlNode{root, 0, 0});
  std::vector<Open> open = {{0, 0}};
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = nodes_[top.index].node->v.element.children;
    if (top.next_child == children.length) {
      nodes_[top.index].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.next_child++]);
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(HtmlNode{child, top.index, index + 1});
    if (nodes_.back().is_element()) {
      open.push_back({index, 0});
    }
  }
}

std::string HtmlTree::text_of(std::size_t index) const {
  std::string text;
  for (std::size_t i = index; i < nodes_[index].end; ++i) {
    text += nodes_[i].text();
  }
  return text;
}

}  // namespace lede
