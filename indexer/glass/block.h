// One block of a table: items from its end, their offsets from its beginning.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::glass {

inline constexpr std::size_t kBlockBytes = 8192;

// The revision that a database has when it is first written, and with it each of its blocks.
inline constexpr std::uint32_t kFirstRevision = 1;

class Block {
 public:
  // Level 0 has the entries, each other one the numbers of the blocks below it.
  explicit Block(unsigned level);

  [[nodiscard]] bool empty() const { return directory_end_ == kHeadBytes; }

  // The longest item that still fits.
  [[nodiscard]] std::size_t room() const;

  // Appends an item of `size` bytes, at most room(), and gives where to write it.
  [[nodiscard]] char* add(std::size_t size);

  // All bytes of the block, ready to be written; valid until the next add().
  [[nodiscard]] std::string_view finished();

  // As new.
  void clear();

 private:
  static constexpr std::size_t kHeadBytes = 11;
  static constexpr std::size_t kEntryBytes = 2;

  std::string bytes_;
  std::size_t directory_end_ = kHeadBytes;
  std::size_t first_item_ = kBlockBytes;
};

// Integers in blocks have their highest byte first.
inline void put_big_endian(char* at, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0; value >>= 8U) {
    at[i] = static_cast<char>(value & 0xffU);
  }
}

}  // namespace lede::glass
