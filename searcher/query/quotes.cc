// Pairing quotation marks.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/quotes.h"

namespace lede::query {
namespace {

constexpr char32_t kLeftGuillemet = U'«';
constexpr char32_t kRightGuillemet = U'»';

// Editors mix them, and languages open with what others close with, so any of these closes any.
bool is_double_quote(char32_t code) {
  return code == U'"' || code == U'“' || code == U'”' || code == U'„' || code == U'‟' ||
         code == U'\uFF02';
}

bool is_hebrew(char32_t code) { return code >= U'\u05D0' && code <= U'\u05EA'; }

// What closes a phrase: a double quotation mark, », or « (which opens in French and closes in
// Danish).
constexpr std::size_t kDoubles = 0;
constexpr std::size_t kRight = 1;
constexpr std::size_t kLeft = 2;

bool closes(char32_t code, std::size_t family) {
  switch (family) {
    case kDoubles:
      return is_double_quote(code);
    case kRight:
      return code == kRightGuillemet;
    default:
      return code == kLeftGuillemet;
  }
}

}  // namespace

bool Quotes::is_mark(char32_t code) {
  return is_double_quote(code) || code == kLeftGuillemet || code == kRightGuillemet;
}

bool Quotes::is_gershayim(std::size_t at) const {
  const Character mark = character_at(text_, at);
  return is_double_quote(mark.code) && is_hebrew(character_before(text_, at).code) &&
         is_hebrew(character_at(text_, at + mark.bytes).code);
}

std::optional<QuotedRange> Quotes::open_at(std::size_t at) {
  const Character mark = character_at(text_, at);
  const std::size_t from = at + mark.bytes;
  if (is_double_quote(mark.code)) {
    return close(from, kDoubles);
  }
  if (mark.code == kLeftGuillemet) {
    return close(from, kRight);
  }
  // "Home » News » Sport" is a trail, not a quotation.
  const Character next = character_at(text_, from);
  if (mark.code == kRightGuillemet && next.bytes != 0 && !is_space(next.code)) {
    return close(from, kLeft);
  }
  return std::nullopt;
}

std::optional<QuotedRange> Quotes::open_within_word(std::size_t at) {
  const Character mark = character_at(text_, at);
  const Character before = character_before(text_, at);
  const Character next = character_at(text_, at + mark.bytes);
  const bool inches = before.code >= U'0' && before.code <= U'9';
  if (inches || is_gershayim(at) || mark.code == U'”' || mark.code == kRightGuillemet ||
      next.bytes == 0 || is_space(next.code)) {
    return std::nullopt;
  }
  return open_at(at);
}

std::optional<QuotedRange> Quotes::close(std::size_t from, std::size_t family) {
  if (none_left_.at(family)) {
    return std::nullopt;
  }
  for (std::size_t at = from; at < text_.size();) {
    const Character c = character_at(text_, at);
    if (c.code == U'\\') {
      at += c.bytes + character_at(text_, at + c.bytes).bytes;
      continue;
    }
    if (closes(c.code, family) && !is_gershayim(at)) {
      return QuotedRange{from, at, at + c.bytes};
    }
    at += c.bytes;
  }
  none_left_.at(family) = true;
  return std::nullopt;
}

}  // namespace lede::query
