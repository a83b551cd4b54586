// Quotation marks: which begin a phrase, and where it ends. Single ones and apostrophes never do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "searcher/query/characters.h"

namespace lede::query {

// A pair of marks around a phrase; byte offsets.
struct QuotedRange {
  std::size_t text_start = 0;  // after the opening mark
  std::size_t text_end = 0;    // the closing mark
  std::size_t end = 0;         // after the closing mark
};

// Finds pairs in one text, all of them in time linear in its length: a search that failed once is
// not made again. Offsets asked for must ascend.
class Quotes {
 public:
  explicit Quotes(std::string_view text) : text_(text) {}

  // Whether the character may open or close a phrase at all.
  [[nodiscard]] static bool is_mark(char32_t code);

  // Whether the mark at `at` is part of a Hebrew abbreviation, written with it before its last
  // letter.
  [[nodiscard]] bool is_gershayim(std::size_t at) const;

  // The pair whose opening mark is at `at`, where a word could begin.
  [[nodiscard]] std::optional<QuotedRange> open_at(std::size_t at);

  // Likewise within a word, `say"so"`: not after a digit (5" is inches) nor before a space.
  [[nodiscard]] std::optional<QuotedRange> open_within_word(std::size_t at);

 private:
  [[nodiscard]] std::optional<QuotedRange> close(std::size_t from, std::size_t family);

  std::string_view text_;
  std::array<bool, 3> none_left_{};  // by family: no closing mark is left
};

}  // namespace lede::query
