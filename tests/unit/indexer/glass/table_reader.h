// Reads a glass table as the format says it is laid out, and checks every block on the way.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/glass/table_writer.h"

namespace lede::glass::test {

struct TableEntry {
  std::string key;
  std::string tag;
  bool compressed = false;

  bool operator==(const TableEntry&) const = default;
};

// What is wrong with the table is in `problems`, which is empty for a sound one.
class TableReader {
 public:
  TableReader(const std::string& path, const TableRoot& table);

  // All entries in the order of the leaves below the root, the first one, which is empty, left out.
  [[nodiscard]] std::vector<TableEntry> entries();

  // The entry of `key`, found from the root by separators.
  [[nodiscard]] std::optional<TableEntry> find(const std::string& key);

  std::vector<std::string> problems;

 private:
  struct Item {
    std::string key;
    std::uint16_t component = 1;
    std::uint32_t child = 0;  // in a branch
    std::string piece;        // in a leaf
    bool first = false;
    bool last = false;
    bool compressed = false;
  };

  [[nodiscard]] std::vector<Item> items(std::uint32_t block, unsigned level);
  [[nodiscard]] Item item(std::uint32_t block, unsigned level, std::size_t at);
  void walk(std::uint32_t block, unsigned level, std::vector<Item>& leaves);
  [[nodiscard]] std::uint64_t number(std::size_t at, std::size_t bytes) const;
  void require(bool holds, const std::string& what);

  std::string file_;
  TableRoot table_;
  std::vector<std::uint32_t> leaf_blocks_;
};

}  // namespace lede::glass::test
