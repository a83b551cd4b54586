// Many byte strings that grow side by side in one piece of memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/byte_chains.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "indexer/bulk/large_pages.h"

namespace lede {

std::uint16_t ByteChains::slice_bytes(std::uint16_t number) {
  constexpr std::uint16_t kFirst = 8;
  constexpr std::uint16_t kDoublings = 12;
  return static_cast<std::uint16_t>(kFirst << std::min(number, kDoublings));
}

void ByteChains::append(Chain& chain, std::string_view bytes) {
  chain.bytes += static_cast<std::uint32_t>(bytes.size());
  while (!bytes.empty()) {
    if (chain.room == 0) {
      add_slice(chain);
    }
    const std::size_t count = std::min<std::size_t>(bytes.size(), chain.room);
    std::memcpy(memory_at(chain.at), bytes.data(), count);
    chain.at += static_cast<std::uint32_t>(count);
    chain.room = static_cast<std::uint16_t>(chain.room - count);
    bytes.remove_prefix(count);
  }
}

void ByteChains::Free::operator()(char* page) const { std::free(page); }

ByteChains::Page ByteChains::new_page() {
  return Page(static_cast<char*>(allocate_large(kPageBytes)));
}

// The link to the slice stands behind the last byte of the one before.
void ByteChains::add_slice(Chain& chain) {
  const std::uint16_t size = slice_bytes(chain.slices);
  if (pages_.empty() || used_ + size + kLinkBytes > kPageBytes) {
    pages_.push_back(new_page());
    used_ = pages_.size() == 1 ? kLinkBytes : 0;  // so that no slice is at 0
  }
  const auto address = static_cast<std::uint32_t>((pages_.size() - 1) * kPageBytes + used_);
  used_ += size + kLinkBytes;
  if (chain.slices == 0) {
    chain.first = address;
  } else {
    std::memcpy(memory_at(chain.at), &address, kLinkBytes);
  }
  chain.at = address;
  chain.room = size;
  ++chain.slices;
}

void ByteChains::copy(const Chain& chain, std::string& out) const {
  out.clear();
  out.reserve(chain.bytes);
  std::uint32_t at = chain.first;
  for (std::uint16_t slice = 0; slice < chain.slices; ++slice) {
    const std::size_t size = slice_bytes(slice);
    const std::size_t count = std::min(size, chain.bytes - out.size());
    out.append(memory_at(at), count);
    if (slice + 1 < chain.slices) {
      std::memcpy(&at, memory_at(static_cast<std::uint32_t>(at + size)), kLinkBytes);
    }
  }
}

void ByteChains::clear() {
  pages_.clear();
  used_ = 0;
}

}  // namespace lede
