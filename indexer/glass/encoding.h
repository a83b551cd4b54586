// How Xapian's glass tables write numbers and strings: docs/glass-format.md, "Primitives".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lede::glass {

// LEB128: seven bits a byte, the lowest first; the top bit says that more follow.
inline void append_uint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) {
    out += static_cast<char>(0x80U | (value & 0x7fU));
  }
  out += static_cast<char>(value);
}

// The fewest bytes, lowest first; none for 0. Only for the end of a key.
void append_last_uint(std::string& out, std::uint64_t value);

// The length as uint, then the bytes.
void append_string(std::string& out, std::string_view bytes);

// For keys: numbers sort as their bytes do.
void append_sortable(std::string& out, std::uint64_t value);

// For keys: a term whose bytes sort before those of any longer one, even if more key follows
// behind a NUL. Every NUL of the term gets a 0xff behind it.
void append_escaped(std::string& out, std::string_view term);

inline void append_bool(std::string& out, bool value) { out += value ? '1' : '0'; }

}  // namespace lede::glass
