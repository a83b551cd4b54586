// Writes one glass table, a B-tree, from entries that come in the order of their keys.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/table_writer.h"

#include <xapian.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace lede::glass {
namespace {

// Xapian splits a block in the middle when it updates it, and relies on four items in each.
constexpr std::size_t kMaxItemBytes = (kBlockBytes - 11 - std::size_t{4} * 2) / 4;
constexpr std::size_t kMaxComponents = 0xffff;
constexpr std::size_t kMaxKeyBytes = 255;

// The end of a block is filled with the beginning of a tag when at least so much of it fits,
// beside as many bytes as the key has, which stands there once more.
constexpr std::size_t kWorthCutting = 34;

constexpr unsigned kFirstComponent = 0x2000;
constexpr unsigned kLastComponent = 0x4000;
constexpr unsigned kCompressed = 0x8000;

// Length and flags, and the length of the key; a later component has its number too.
constexpr std::size_t kItemHead = 3;
constexpr std::size_t kComponentNumber = 2;

std::size_t overhead(std::string_view key, std::size_t component) {
  return kItemHead + key.size() + (component > 1 ? kComponentNumber : 0);
}

}  // namespace

TableWriter::TableWriter(std::string path) : file_(std::move(path)) {
  // Every table begins with an entry that counts for nothing: no key, no tag.
  levels_.emplace_back(0);
  char* item = levels_[0].block.add(kItemHead);
  put_big_endian(item, kFirstComponent | kLastComponent, 2);
  item[2] = 0;
}

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
  if (key.empty() || key.size() > kMaxKeyBytes) {
    throw Xapian::DatabaseError("a key of " + std::to_string(key.size()) + " bytes in " +
                                file_.path());
  }
  assert(last_key_.empty() || last_key_ < key);
  const unsigned kind = compressed ? kCompressed : 0;
  std::size_t component = 1;
  do {
    if (component > kMaxComponents) {
      throw Xapian::DatabaseError("a tag is too long for " + file_.path());
    }
    const std::size_t head = overhead(key, component);
    const std::size_t room = levels_[0].block.room();
    std::size_t piece = std::min(tag.size(), kMaxItemBytes - head);
    if (head + piece > room) {
      if (room < head + key.size() + kWorthCutting) {
        begin_leaf(key, component);
        continue;
      }
      piece = room - head;
    }
    const bool last = piece == tag.size();
    add_component(key, component, tag.substr(0, piece), kind | (last ? kLastComponent : 0U));
    tag.remove_prefix(piece);
    ++component;
    if (last) {
      break;
    }
  } while (true);
  last_key_ = key;
  ++entries_;
}

void TableWriter::add_component(std::string_view key, std::size_t component, std::string_view piece,
                                unsigned flags) {
  const std::size_t size = overhead(key, component) + piece.size();
  char* at = levels_[0].block.add(size);
  put_big_endian(at, (size - kItemHead) | flags | (component == 1 ? kFirstComponent : 0U), 2);
  at[2] = static_cast<char>(key.size());
  at = std::copy(key.begin(), key.end(), at + kItemHead);
  if (component > 1) {
    put_big_endian(at, component, kComponentNumber);
    at += kComponentNumber;
  }
  std::copy(piece.begin(), piece.end(), at);
}

void TableWriter::begin_leaf(std::string_view key, std::size_t component) {
  close_leaf();
  // In the middle of a tag the key is that of the block before, and only the number differs.
  std::size_t length = key.size();
  if (component == 1) {
    const auto differ = std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end());
    length = static_cast<std::size_t>(differ.first - key.begin()) + 1;
  }
  levels_[0].separator = {std::string(key.substr(0, length)),
                          static_cast<std::uint16_t>(component)};
}

void TableWriter::close_leaf() {
  const std::uint32_t number = write(levels_[0].block);
  add_child(1, std::move(levels_[0].separator), number);
  levels_[0].block.clear();
}

// The leftmost child of a block needs no separator: the one that leads to the block tells enough.
void TableWriter::add_child(std::size_t level, Separator separator, std::uint32_t child) {
  if (level == levels_.size()) {
    levels_.emplace_back(static_cast<unsigned>(level));
  }
  constexpr std::size_t kChild = 4;
  constexpr std::size_t kHead = kChild + 1 + kComponentNumber;
  if (!levels_[level].block.empty() && kHead + separator.key.size() > levels_[level].block.room()) {
    const std::uint32_t number = write(levels_[level].block);
    add_child(level + 1, std::move(levels_[level].separator), number);
    levels_[level].block.clear();
  }
  if (levels_[level].block.empty()) {
    levels_[level].separator = std::exchange(separator, Separator());
  }
  char* at = levels_[level].block.add(kHead + separator.key.size());
  put_big_endian(at, child, kChild);
  at[kChild] = static_cast<char>(separator.key.size());
  at = std::copy(separator.key.begin(), separator.key.end(), at + kChild + 1);
  put_big_endian(at, separator.component, kComponentNumber);
}

std::uint32_t TableWriter::write(Block& block) {
  file_.append(block.finished());
  if (next_block_ == UINT32_MAX) {
    throw Xapian::DatabaseError("too many blocks for one table: " + file_.path());
  }
  return next_block_++;
}

TableRoot TableWriter::finish() {
  TableRoot table;
  table.entries = entries_;
  if (entries_ > 0) {
    for (std::size_t level = 0; level + 1 < levels_.size(); ++level) {
      const std::uint32_t number = write(levels_[level].block);
      add_child(level + 1, std::move(levels_[level].separator), number);
    }
    table.root = write(levels_.back().block);
    table.levels = static_cast<unsigned>(levels_.size() - 1);
    table.blocks = next_block_;
  }
  file_.flush();
  return table;
}

}  // namespace lede::glass
