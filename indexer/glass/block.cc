// One block of a table: items from its end, their offsets from its beginning.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/block.h"

#include <algorithm>

namespace lede::glass {

Block::Block(unsigned level) : bytes_(kBlockBytes, '\0') {
  put_big_endian(bytes_.data(), kFirstRevision, 4);
  put_big_endian(&bytes_[4], level, 1);
}

std::size_t Block::room() const {
  const std::size_t gap = first_item_ - directory_end_;
  return gap < kEntryBytes ? 0 : gap - kEntryBytes;
}

char* Block::add(std::size_t size) {
  first_item_ -= size;
  put_big_endian(&bytes_[directory_end_], first_item_, kEntryBytes);
  directory_end_ += kEntryBytes;
  return &bytes_[first_item_];
}

std::string_view Block::finished() {
  const std::size_t gap = first_item_ - directory_end_;
  std::fill_n(&bytes_[directory_end_], gap, '\0');
  put_big_endian(&bytes_[5], gap, 2);  // the largest free piece,
  put_big_endian(&bytes_[7], gap, 2);  // which is all that is free
  put_big_endian(&bytes_[9], directory_end_, 2);
  return bytes_;
}

void Block::clear() {
  directory_end_ = kHeadBytes;
  first_item_ = kBlockBytes;
}

}  // namespace lede::glass
