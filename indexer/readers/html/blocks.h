// A page as blocks of text: how much each part of the tree holds, how much of it is links, and how
// much is running text.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/readers/html/marks.h"
#include "indexer/readers/html/tree.h"

namespace lede {

// Text that stands together, up to the next element that breaks the line.
struct Block {
  std::uint32_t first = 0;       // node of its first text
  std::uint32_t last = 0;        // node of its last text
  std::uint32_t characters = 0;  // without blanks
  std::uint32_t in_links = 0;    // of them
  bool prose = false;            // running text: sentences, not labels
};

// Sums over any subtree in constant time.
class Blocks {
 public:
  // Leaves marked nodes out.
  Blocks(const HtmlTree& tree, const Marks& marks);

  [[nodiscard]] const std::vector<Block>& all() const { return blocks_; }

  [[nodiscard]] std::int64_t characters(std::size_t node) const {
    return sum(&Sums::characters, node);
  }
  [[nodiscard]] std::int64_t in_links(std::size_t node) const { return sum(&Sums::in_links, node); }
  // Characters of running text outside links.
  [[nodiscard]] std::int64_t prose(std::size_t node) const { return sum(&Sums::prose, node); }
  // Running text, less what looks like furniture.
  [[nodiscard]] std::int64_t value(std::size_t node) const { return sum(&Sums::value, node); }

 private:
  struct Sums {
    std::int64_t characters = 0;
    std::int64_t in_links = 0;
    std::int64_t prose = 0;
    std::int64_t value = 0;
  };

  [[nodiscard]] std::int64_t sum(std::int64_t Sums::*what, std::size_t node) const {
    return before_[nodes_[node].end].*what - before_[node].*what;
  }

  const std::vector<HtmlNode>& nodes_;
  std::vector<Block> blocks_;
  std::vector<Sums> before_;  // of all blocks that start before the node
};

}  // namespace lede
