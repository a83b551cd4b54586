// Where a term stands in a document, as a tag of the position table.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/positions.h"

#include <bit>

#include "indexer/glass/encoding.h"

namespace lede::glass {
namespace {

// Bits in the order of their worth, the lowest first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // A number below `end`. Those in the middle of the range take a bit less than those at its ends.
  void number(std::uint64_t value, std::uint64_t end) {
    const auto bits = static_cast<unsigned>(std::bit_width(end - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - end;
    const std::uint64_t middle = (end - spare) / 2;
    if (spare == 0 || value < middle) {
      put(value, bits);
    } else if (value < middle + spare) {
      put(value, bits - 1);
    } else {
      put((value - middle - spare) | (std::uint64_t{1} << (bits - 1)), bits);
    }
  }

  void finish() {
    if (count_ > 0) {
      out_ += static_cast<char>(bits_);
    }
  }

 private:
  // At most 33 bits at once, behind at most 7 that wait.
  void put(std::uint64_t value, unsigned bits) {
    bits_ |= value << count_;
    for (count_ += bits; count_ >= 8; count_ -= 8) {
      out_ += static_cast<char>(bits_ & 0xffU);
      bits_ >>= 8U;
    }
  }

  std::string& out_;
  std::uint64_t bits_ = 0;
  unsigned count_ = 0;
};

// All between the `first` and the `last`, which are known.
void put_between(BitWriter& writer, std::span<const std::uint32_t> positions, std::size_t first,
                 std::size_t last) {
  while (first + 1 < last) {
    const std::size_t middle = first + (last - first) / 2;
    const std::uint64_t lowest = positions[first] + (middle - first);
    const std::uint64_t end = positions[last] - (last - middle) + 1;
    writer.number(positions[middle] - lowest, end - lowest);
    put_between(writer, positions, first, middle);
    first = middle;
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  append_uint(out, positions.back());
  if (positions.size() == 1) {
    return;
  }
  BitWriter writer(out);
  writer.number(positions.front(), positions.back());
  writer.number(positions.size() - 2, positions.back() - positions.front());
  put_between(writer, positions, 0, positions.size() - 1);
  writer.finish();
}

}  // namespace lede::glass
