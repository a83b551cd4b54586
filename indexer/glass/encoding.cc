// How Xapian's glass tables write numbers and strings: docs/glass-format.md, "Primitives".
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/encoding.h"

#include <bit>

namespace lede::glass {

void append_last_uint(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8U) {
    out += static_cast<char>(value & 0xffU);
  }
}

void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out += bytes;
}

// Two bytes below 0x8000. Else as many as are needed beside the mark of their number: n - 2 ones
// and a zero at the top of the first byte.
void append_sortable(std::string& out, std::uint64_t value) {
  std::size_t bytes = 2;
  std::uint64_t mark = 0;
  if (value >= 0x8000) {
    bytes = (static_cast<std::size_t>(std::bit_width(value)) + 5) / 7;
    mark = 0xffU & ~(0xffU >> (bytes - 2));
  }
  for (std::size_t left = bytes; left-- > 0;) {
    const std::uint64_t byte = left < sizeof value ? (value >> (8 * left)) & 0xffU : 0;
    out += static_cast<char>(byte | (left + 1 == bytes ? mark : 0));
  }
}

void append_escaped(std::string& out, std::string_view term) {
  for (auto nul = term.find('\0'); nul != std::string_view::npos; nul = term.find('\0')) {
    out += term.substr(0, nul + 1);
    out += '\xff';
    term.remove_prefix(nul + 1);
  }
  out += term;
}

}  // namespace lede::glass
