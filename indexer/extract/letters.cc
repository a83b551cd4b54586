// Capitals and small letters of all scripts, as the rules for names need them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/letters.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace lede {

std::int32_t next_character(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT(bytes, at, text.size(), c);
  return c;
}

bool starts_with_capital(std::string_view text) {
  if (text.empty()) {
    return false;
  }
  std::size_t at = 0;
  const UChar32 c = next_character(text, at);
  return c >= 0 && (u_isupper(c) != 0 || u_istitle(c) != 0);
}

bool is_in_capitals(std::string_view text) {
  bool upper = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    if (c < 0 || u_islower(c) != 0) {
      return false;
    }
    upper = upper || u_isupper(c) != 0;
  }
  return upper;
}

std::string capitals_as_names(std::string_view text) {
  std::string names;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const bool code = word.size() == 2 && names.ends_with(',');
    names += names.empty() ? "" : " ";
    if (is_in_capitals(word) && !code && word.find('.') == std::string_view::npos) {
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())))
          .toTitle(nullptr, icu::Locale::getRoot())
          .toUTF8String(names);
    } else {
      names += word;
    }
    at = end + 1;
  }
  return names;
}

}  // namespace lede
