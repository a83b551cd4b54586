// Plain words: most of a text, in which no rule of analysis finds more than the word itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "common/text/fold.h"

namespace lede {

// What a byte may be to a plain word. White space is that of ASCII.
enum class PlainByte : std::uint8_t { kOther, kSpace, kSmall, kCapital, kMark };

namespace detail {

constexpr std::array<PlainByte, 256> plain_bytes() {
  std::array<PlainByte, 256> bytes{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    bytes[c] = PlainByte::kSmall;
    bytes[c - 0x20U] = PlainByte::kCapital;
  }
  for (const char c : std::string_view(" \t\n\v\f\r")) {
    bytes[static_cast<unsigned char>(c)] = PlainByte::kSpace;
  }
  for (const char c : std::string_view(".,;:!?\")]")) {
    bytes[static_cast<unsigned char>(c)] = PlainByte::kMark;
  }
  return bytes;
}

}  // namespace detail

// A table, because these look-ups run over every letter of every article shown.
[[nodiscard]] inline PlainByte plain_byte(char c) {
  static constexpr std::array<PlainByte, 256> kBytes = detail::plain_bytes();
  return kBytes[static_cast<unsigned char>(c)];
}

// How many small letters of ASCII `text` begins with. Eight bytes at a time, as most words have no
// more: no loop over letters whose end has to be guessed by the processor.
[[nodiscard]] inline std::size_t leading_small_letters(std::string_view text) {
  std::size_t count = 0;
  if constexpr (std::endian::native == std::endian::little) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    for (; text.size() - count >= 8; count += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + count, 8);
      // Of a byte below 0x80, these have the high bit if it is at least 'a', and if it is above
      // 'z'.
      const std::uint64_t from_a = (bytes & ~kHighBits) + kOnes * (0x80 - 'a');
      const std::uint64_t above_z = (bytes & ~kHighBits) + kOnes * (0x7F - 'z');
      const std::uint64_t others = ~(from_a & ~above_z & ~bytes) & kHighBits;
      if (others != 0) {
        return count + static_cast<std::size_t>(std::countr_zero(others)) / 8;
      }
    }
  }
  while (count < text.size() && plain_byte(text[count]) == PlainByte::kSmall) {
    ++count;
  }
  return count;
}

// The length in bytes of the plain word that `text` begins with, or 0. A plain word is up to
// kMaxTerm small letters of ASCII, the first of which may be a capital; white space, the text's
// end, or one mark and then one of the two follow.
[[nodiscard]] inline std::size_t plain_word_length(std::string_view text) {
  const PlainByte first = text.empty() ? PlainByte::kOther : plain_byte(text.front());
  if (first != PlainByte::kSmall && first != PlainByte::kCapital) {
    return 0;
  }
  const std::size_t end = 1 + leading_small_letters(text.substr(1));
  if (end > kMaxTerm) {
    return 0;
  }
  const std::size_t after =
      end < text.size() && plain_byte(text[end]) == PlainByte::kMark ? end + 1 : end;
  return after == text.size() || plain_byte(text[after]) == PlainByte::kSpace ? end : 0;
}

// Whether all of `chunk` is one.
[[nodiscard]] inline bool is_plain_word(std::string_view chunk) {
  return !chunk.empty() && plain_word_length(chunk) == chunk.size();
}

}  // namespace lede
