// A line cut into the numbers, words and signs that dates are made of.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/date_pieces.h"

#include <array>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

// Bytes of letters of all scripts: above ASCII everything but the signs cut out below.
bool is_word_byte(char c) { return is_ascii_letter(c) || c < 0; }

// The signs of two and three bytes that stand around dates and are no part of a word.
std::size_t wide_sign(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 9> kSigns = {
      "\u00A0", "\u00B7", "\u2013", "\u2014", "\u2022", "\u202F", "\u5E74", "\u6708", "\u65E5"};
  for (const std::string_view sign : kSigns) {
    if (text.substr(at, sign.size()) == sign) {
      return sign.size();
    }
  }
  return 0;
}

DatePiece piece_at(std::string_view text, std::size_t at) {
  DatePiece piece;
  piece.start = at;
  std::size_t end = at;
  if (is_ascii_digit(text[at])) {
    piece.kind = DatePiece::Kind::kNumber;
    while (end < text.size() && is_ascii_digit(text[end])) {
      piece.value = end - at < 9 ? piece.value * 10 + static_cast<unsigned>(text[end] - '0') : 0;
      ++end;
    }
  } else if (const std::size_t wide = wide_sign(text, at); wide > 0) {
    piece.kind = DatePiece::Kind::kSign;
    end += wide;
  } else if (is_word_byte(text[at])) {
    piece.kind = DatePiece::Kind::kWord;
    while (end < text.size() && is_word_byte(text[end]) && wide_sign(text, end) == 0) {
      ++end;
    }
  } else {
    piece.kind = DatePiece::Kind::kSign;
    ++end;
  }
  piece.text = text.substr(at, end - at);
  return piece;
}

bool is_blank(const DatePiece& piece) {
  return piece.kind == DatePiece::Kind::kSign &&
         (is_ascii_space(piece.text[0]) || piece.is("\u00A0") || piece.is("\u202F"));
}

}  // namespace

std::vector<DatePiece> cut_date_pieces(std::string_view text) {
  std::vector<DatePiece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const DatePiece piece = piece_at(text, at);
    at = piece.end();
    if (!is_blank(piece)) {
      pieces.push_back(piece);
    }
  }
  DatePiece end;
  end.start = text.size();
  pieces.push_back(end);
  return pieces;
}

}  // namespace lede
