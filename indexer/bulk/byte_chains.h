// Many byte strings that grow side by side in one piece of memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/large_pages.h"

namespace lede {

// A string is a chain of slices, each larger than the one before, so that neither the many that
// stay short nor the few that grow long waste much. (The idea is that of Lucene's byte slices.)
class ByteChains {
 public:
  // One string. A plain value, of use only with the ByteChains it was appended to.
  struct Chain {
    std::uint32_t first = 0;  // where its first slice is; 0: empty
    std::uint32_t at = 0;     // where the next byte goes
    std::uint32_t bytes = 0;
    std::uint16_t room = 0;  // left in its last slice
    std::uint16_t slices = 0;
  };

  void append(Chain& chain, std::string_view bytes);

  // Makes an append() that comes soon quick.
  void fetch(const Chain& chain) const {
    if (chain.room > 0) {
      __builtin_prefetch(memory_at(chain.at));
    }
  }

  // The whole of `chain`, put together in `out`.
  void copy(const Chain& chain, std::string& out) const;

  [[nodiscard]] std::size_t memory() const { return pages_.size() * kPageBytes; }
  void clear();

  // Whether so many more bytes can be addressed.
  [[nodiscard]] bool has_room_for(std::size_t bytes) const {
    return memory() + 2 * bytes + 2 * kPageBytes < kMostMemory;
  }

 private:
  static constexpr std::size_t kPageBytes = kLargePage;
  static constexpr std::size_t kMostMemory = std::size_t{1} << 32U;
  static constexpr std::size_t kLinkBytes = sizeof(std::uint32_t);  // to the next slice

  static std::uint16_t slice_bytes(std::uint16_t number);
  void add_slice(Chain& chain);
  [[nodiscard]] char* memory_at(std::uint32_t address) const {
    return &pages_[address / kPageBytes][address % kPageBytes];
  }

  struct Free {
    void operator()(char* page) const;
  };
  using Page = std::unique_ptr<char[], Free>;
  static Page new_page();

  std::vector<Page> pages_;
  std::size_t used_ = 0;  // of the last page
};

}  // namespace lede
