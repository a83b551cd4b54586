// A page as blocks of text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/blocks.h"

#include <string>

#include "indexer/extract/lines.h"
#include "indexer/readers/ascii.h"
#include "indexer/readers/html/elements.h"

namespace lede {
namespace {

std::uint32_t count_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) {
    count += !is_ascii_space(c) && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  }
  return count;
}

// Walks the tree and ends a block wherever a browser would end a line.
class BlockFinder {
 public:
  BlockFinder(const std::vector<HtmlNode>& nodes, const Marks& marks)
      : nodes_(nodes), marks_(marks) {}

  std::vector<Block> find() {
    std::vector<std::uint32_t> ends;  // of the open elements that end a block
    for (std::uint32_t i = 0; i < nodes_.size();) {
      while (!ends.empty() && ends.back() <= i) {
        finish();
        ends.pop_back();
      }
      const HtmlNode& node = nodes_[i];
      if (marks_[i] != nullptr) {
        if (layout_of(node.node->v.element.tag) != Layout::kInline) {
          finish();
        }
        i = node.end;
        continue;
      }
      if (!node.is_element()) {
        add(i);
      } else if (node.is(GUMBO_TAG_A)) {
        link_end_ = std::max(link_end_, node.end);
      } else if (const Layout layout = layout_of(node.node->v.element.tag);
                 layout != Layout::kInline) {
        finish();
        ends.push_back(node.end);
      }
      ++i;
    }
    finish();
    return std::move(blocks_);
  }

 private:
  void add(std::uint32_t index) {
    const std::string_view text = nodes_[index].text();
    const std::uint32_t characters = count_characters(text);
    if (text_.size() < kMostText) {
      text_ += text;
    }
    if (characters == 0) {
      return;
    }
    if (block_.characters == 0) {
      block_.first = index;
    }
    block_.last = index;
    block_.characters += characters;
    block_.in_links += index < link_end_ ? characters : 0;
  }

  void finish() {
    if (block_.characters > 0) {
      block_.prose = block_.in_links * 2 <= block_.characters && is_prose(trimmed(text_));
      blocks_.push_back(block_);
    }
    block_ = {};
    text_.clear();
  }

  static constexpr std::size_t kMostText = 4000;

  const std::vector<HtmlNode>& nodes_;
  const Marks& marks_;
  std::vector<Block> blocks_;
  Block block_;
  std::string text_;
  std::uint32_t link_end_ = 0;
};

std::int64_t value_of(const Block& block) {
  const std::int64_t plain = block.characters - block.in_links;
  if (block.prose) {
    return plain;
  }
  if (block.in_links * 2 > block.characters) {
    return -static_cast<std::int64_t>(block.characters);
  }
  return 0;
}

}  // namespace

Blocks::Blocks(const HtmlTree& tree, const Marks& marks)
    : nodes_(tree.nodes()), blocks_(BlockFinder(nodes_, marks).find()), before_(nodes_.size() + 1) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    Sums sums = before_[i];
    if (next < blocks_.size() && blocks_[next].first == i) {
      const Block& block = blocks_[next++];
      sums.characters += block.characters;
      sums.in_links += block.in_links;
      sums.prose += block.prose ? block.characters - block.in_links : 0;
      sums.value += value_of(block);
    }
    before_[i + 1] = sums;
  }
}

}  // namespace lede
