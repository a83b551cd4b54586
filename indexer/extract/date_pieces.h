// A line cut into the numbers, words and signs that dates are made of.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lede {

struct DatePiece {
  enum class Kind : std::uint8_t { kNumber, kWord, kSign, kEnd } kind = Kind::kEnd;
  std::string_view text;
  std::size_t start = 0;
  unsigned value = 0;  // of a number of up to nine digits

  [[nodiscard]] bool is(std::string_view sign) const { return text == sign; }
  [[nodiscard]] bool is_number(std::size_t min, std::size_t max) const {
    return kind == Kind::kNumber && text.size() >= min && text.size() <= max;
  }
  [[nodiscard]] std::size_t end() const { return start + text.size(); }
};

// The pieces of `text` without the blanks, ended by one of kind kEnd.
[[nodiscard]] std::vector<DatePiece> cut_date_pieces(std::string_view text);

}  // namespace lede
