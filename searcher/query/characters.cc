// Telling characters apart by their Unicode properties.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace lede::query {
namespace {

constexpr std::size_t kShownBytes = 60;  // of what was typed, in a message
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kByteOrderMark = 0xFEFF;

UChar32 icu(char32_t code) { return static_cast<UChar32>(code); }

// ICU's macros convert within; what they do is right.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"

// The code of the character at `at`, which moves behind it; negative where there is none.
UChar32 step_forward(std::string_view text, std::size_t& at) {
  UChar32 code = 0;
  U8_NEXT(text.data(), at, text.size(), code);
  return code;
}

// Likewise of the one before `at`, which moves to its start.
UChar32 step_back(std::string_view text, std::int32_t& at) {
  UChar32 code = 0;
  U8_PREV(text.data(), 0, at, code);
  return code;
}

#pragma GCC diagnostic pop

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    const UChar32 code = step_forward(text, at);
    if (code < 0) {
      clean += "\xEF\xBF\xBD";
    } else if (code < 0x20 || code == 0x7F) {
      clean += ' ';
    } else {
      clean += text.substr(start, at - start);
    }
  }
  return clean;
}

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return {};
  }
  std::size_t next = at;
  const UChar32 code = step_forward(text, next);
  return {static_cast<char32_t>(code < 0 ? 0xFFFD : code), next - at};
}

Character character_before(std::string_view text, std::size_t at) {
  if (at == 0) {
    return {};
  }
  // ICU's backward step takes a signed index, which a clean text never outgrows in 4 bytes.
  const std::string_view near =
      text.substr(at - std::min<std::size_t>(at, 4), std::min<std::size_t>(at, 4));
  auto index = static_cast<std::int32_t>(near.size());
  const UChar32 code = step_back(near, index);
  return {static_cast<char32_t>(code < 0 ? 0xFFFD : code),
          near.size() - static_cast<std::size_t>(index)};
}

bool is_space(char32_t code) {
  return u_isUWhiteSpace(icu(code)) != 0 || u_charType(icu(code)) == U_CONTROL_CHAR ||
         code == kZeroWidthSpace || code == kByteOrderMark;
}

bool is_letter(char32_t code) { return u_isUAlphabetic(icu(code)) != 0; }

bool is_word_character(char32_t code) {
  constexpr std::uint32_t kCategories = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(icu(code)) & kCategories) != 0;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return lower;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_word_character(c.code)) {
      return true;
    }
    at += c.bytes;
  }
  return false;
}

std::string squeeze_spaces(std::string_view text) {
  std::string squeezed;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!is_space(c.code)) {
      squeezed += text.substr(at, c.bytes);
    } else if (!squeezed.empty() && squeezed.back() != ' ') {
      squeezed += ' ';
    }
    at += c.bytes;
  }
  if (!squeezed.empty() && squeezed.back() == ' ') {
    squeezed.pop_back();
  }
  return squeezed;
}

std::string in_quotes(std::string_view text) {
  if (text.size() <= kShownBytes) {
    return '"' + std::string(text) + '"';
  }
  std::size_t end = 0;
  while (end < kShownBytes) {
    end += character_at(text, end).bytes;
  }
  return '"' + std::string(text.substr(0, end)) + "…\"";
}

}  // namespace lede::query
