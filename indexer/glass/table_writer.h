// Writes one glass table, a B-tree, from entries that come in the order of their keys.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/block.h"
#include "indexer/glass/output_file.h"

namespace lede::glass {

// What the version file says of a table.
struct TableRoot {
  std::uint32_t root = 0;     // number of the root block
  unsigned levels = 0;        // above the leaves
  std::uint64_t entries = 0;  // none: the table need not have a file
  std::uint32_t blocks = 0;
};

// Leaves are full and stand in the file in the order of their keys, so that reading a table in
// order reads its file in order. Members throw Xapian::DatabaseError. For one thread.
class TableWriter {
 public:
  explicit TableWriter(std::string path);

  // `key`: 1 to 255 bytes, greater than the last one's. `compressed`: the tag is raw deflate.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  // Writes what is left. The file is not synced.
  [[nodiscard]] TableRoot finish();

 private:
  // What leads to a block: the shortest key that tells its entries from those before.
  struct Separator {
    std::string key;
    std::uint16_t component = 0;
  };
  struct Level {
    explicit Level(unsigned number) : block(number) {}
    Block block;
    Separator separator;  // that of the block at hand
  };

  void add_component(std::string_view key, std::size_t component, std::string_view piece,
                     unsigned flags);
  void begin_leaf(std::string_view key, std::size_t component);
  void add_child(std::size_t level, Separator separator, std::uint32_t child);
  std::uint32_t write(Block& block);
  void close_leaf();

  OutputFile file_;
  std::vector<Level> levels_;  // the leaf at hand, its parent, …
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t next_block_ = 0;
};

}  // namespace lede::glass
