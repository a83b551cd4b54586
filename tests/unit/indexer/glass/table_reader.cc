// Reads a glass table as the format says it is laid out, and checks every block on the way.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/indexer/glass/table_reader.h"

#include <algorithm>
#include <tuple>

#include "tests/support/temp_dir.h"

namespace lede::glass::test {
namespace {

constexpr std::size_t kDirectory = 11;
constexpr std::size_t kMostItemBytes = 2043;  // a quarter of a block

}  // namespace

TableReader::TableReader(const std::string& path, const TableRoot& table)
    : file_(lede::test::read_file(path)), table_(table) {
  require(file_.size() == std::size_t{table.blocks} * kBlockBytes, "blocks are whole");
}

std::vector<TableEntry> TableReader::entries() {
  std::vector<Item> pieces;
  walk(table_.root, table_.levels, pieces);
  require(std::is_sorted(leaf_blocks_.begin(), leaf_blocks_.end()), "leaves are in file order");
  std::vector<TableEntry> entries;
  const Item* before = nullptr;
  for (const Item& piece : pieces) {
    if (before != nullptr) {
      require(std::tie(before->key, before->component) < std::tie(piece.key, piece.component),
              "keys rise");
      require(before->last == piece.first, "a tag ends before the next begins");
    } else {
      require(piece.key.empty() && piece.first && piece.last && piece.piece.empty(),
              "an empty entry begins the table");
    }
    if (piece.first) {
      entries.push_back({piece.key, "", piece.compressed});
    }
    require(entries.back().key == piece.key && entries.back().compressed == piece.compressed,
            "pieces of a tag agree");
    entries.back().tag += piece.piece;
    before = &piece;
  }
  require(before == nullptr || before->last, "the last tag ends");
  entries.erase(entries.begin());
  require(entries.size() == table_.entries, "entries are counted");
  return entries;
}

std::optional<TableEntry> TableReader::find(const std::string& key) {
  std::optional<TableEntry> found;
  for (std::uint16_t component = 1;; ++component) {
    const auto wanted = std::tie(key, component);
    std::uint32_t block = table_.root;
    for (unsigned level = table_.levels; level > 0; --level) {
      const std::vector<Item> children = items(block, level);
      std::uint32_t child = children.front().child;
      for (std::size_t i = 1; i < children.size(); ++i) {
        if (std::tie(children[i].key, children[i].component) <= wanted) {
          child = children[i].child;
        }
      }
      block = child;
    }
    const std::vector<Item> leaf = items(block, 0);
    const auto item = std::find_if(leaf.begin(), leaf.end(), [&](const Item& one) {
      return std::tie(one.key, one.component) == wanted;
    });
    if (item == leaf.end()) {
      return std::nullopt;
    }
    if (component == 1) {
      found = TableEntry{key, "", item->compressed};
    }
    found->tag += item->piece;
    if (item->last) {
      return found;
    }
  }
}

void TableReader::walk(std::uint32_t block, unsigned level, std::vector<Item>& leaves) {
  const std::vector<Item> children = items(block, level);
  if (level == 0) {
    leaf_blocks_.push_back(block);
    leaves.insert(leaves.end(), children.begin(), children.end());
    return;
  }
  require(!children.empty() && children.front().key.empty(), "the leftmost child has no key");
  for (const Item& child : children) {
    walk(child.child, level - 1, leaves);
  }
}

std::vector<TableReader::Item> TableReader::items(std::uint32_t block, unsigned level) {
  require(block < table_.blocks, "blocks are in the file");
  const std::size_t start = block * kBlockBytes;
  require(number(start, 4) == kFirstRevision, "the revision is the first");
  require(number(start + 4, 1) == level, "the level is that of the parent less one");
  const std::size_t end = number(start + 9, 2);
  std::vector<Item> found;
  std::size_t bytes = 0;
  std::size_t lowest = kBlockBytes;
  for (std::size_t at = kDirectory; at < end; at += 2) {
    const std::size_t offset = number(start + at, 2);
    lowest = std::min(lowest, offset);
    found.push_back(item(block, level, start + offset));
    bytes += level > 0 ? 7 + found.back().key.size()
                       : 3 + found.back().key.size() + found.back().piece.size() +
                             (found.back().first ? 0 : 2);
  }
  require(bytes + end + number(start + 7, 2) == kBlockBytes, "free bytes are counted");
  require(number(start + 5, 2) == lowest - end, "the gap is measured");
  return found;
}

TableReader::Item TableReader::item(std::uint32_t block, unsigned level, std::size_t at) {
  Item item;
  const std::string where = " in block " + std::to_string(block);
  if (level > 0) {
    item.child = static_cast<std::uint32_t>(number(at, 4));
    item.key = file_.substr(at + 5, number(at + 4, 1));
    item.component = static_cast<std::uint16_t>(number(at + 5 + item.key.size(), 2));
    require(item.child < block, "children are written before their parent" + where);
    return item;
  }
  const std::uint64_t head = number(at, 2);
  const std::size_t size = (head & 0x1fffU) + 3;
  item.compressed = (head & 0x8000U) != 0;
  item.last = (head & 0x4000U) != 0;
  item.first = (head & 0x2000U) != 0;
  item.key = file_.substr(at + 3, number(at + 2, 1));
  std::size_t used = 3 + item.key.size();
  if (!item.first) {
    item.component = static_cast<std::uint16_t>(number(at + used, 2));
    used += 2;
  }
  require(size >= used && size <= kMostItemBytes, "an item is a quarter of a block" + where);
  item.piece = file_.substr(at + used, size - used);
  return item;
}

std::uint64_t TableReader::number(std::size_t at, std::size_t bytes) const {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    value = value << 8U | static_cast<unsigned char>(file_.at(at + i));
  }
  return value;
}

void TableReader::require(bool holds, const std::string& what) {
  if (!holds && std::find(problems.begin(), problems.end(), what) == problems.end()) {
    problems.push_back(what);
  }
}

}  // namespace lede::glass::test
