// The characters of a query: made valid first, then told apart as space, word or anything else.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lede::query {

struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;  // 0 at the end of the text
};

// `text` as valid UTF-8: a byte that is none becomes U+FFFD, an ASCII control character a space.
[[nodiscard]] std::string clean_text(std::string_view text);

// The character that starts at, or ends before, byte `at` of a clean text.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
[[nodiscard]] Character character_before(std::string_view text, std::size_t at);

// White space, control characters and the marks that only separate (zero-width space, BOM).
[[nodiscard]] bool is_space(char32_t code);

[[nodiscard]] bool is_letter(char32_t code);

// A letter, a digit, or a mark that belongs to one.
[[nodiscard]] bool is_word_character(char32_t code);

[[nodiscard]] bool is_ascii_letter(char c);
[[nodiscard]] bool is_ascii_digit(char c);
[[nodiscard]] std::string ascii_lower(std::string_view text);

// Whether there is anything in `text` that can be searched for.
[[nodiscard]] bool has_word(std::string_view text);

// White space at both ends dropped, and each run of it within made one space.
[[nodiscard]] std::string squeeze_spaces(std::string_view text);

// `text` for a message: in quotation marks, cut where it is long.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace lede::query
