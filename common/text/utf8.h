// Reading UTF-8 that may be broken: what is no character is U+FFFD, as ICU reads it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lede {

struct CodePoint {
  char32_t value = 0;
  std::size_t next = 0;  // where the following one starts
};

namespace detail {

struct DecodedSequence {
  CodePoint code_point;
  bool well_formed = false;
};

[[nodiscard]] DecodedSequence decode_sequence(std::string_view text, std::size_t at);

}  // namespace detail

// The code point at byte `at` < text.size(). An ill-formed sequence is U+FFFD, as long as its
// longest part that could have begun a character (Unicode's "maximal subpart" practice).
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    return {byte, at + 1};
  }
  return detail::decode_sequence(text, at).code_point;
}

// The code point that ends at byte `end` > 0.
[[nodiscard]] char32_t decode_before(std::string_view text, std::size_t end);

void append_utf8(std::string& out, char32_t code_point);

// The largest character boundary of valid UTF-8 that is <= `at`; never more than three bytes away.
[[nodiscard]] std::size_t floor_boundary(std::string_view text, std::size_t at);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

struct RepairedText {
  std::string text;              // valid UTF-8
  std::size_t replacements = 0;  // how many U+FFFD were put in
};

// `bytes` with each ill-formed sequence made U+FFFD.
[[nodiscard]] RepairedText repair_utf8(std::string_view bytes);

}  // namespace lede
