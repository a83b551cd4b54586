// The table of edit distances between a word and the strings of a sorted list, row by row.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

// Strings come one after another; rows of the start they share with the one before are kept, so
// a sorted list costs little more than its differences.
class EditRows {
 public:
  // Strings count as near up to `limit` edits, none of them in the first `same_start` characters.
  EditRows(std::u32string word, std::uint32_t limit, std::size_t same_start);

  // Takes the next string. False when neither it nor any string that starts with it is near.
  bool advance(std::u32string_view text);

  // After a true advance(): edits between the word and the string; absent when above the limit.
  [[nodiscard]] std::optional<std::uint32_t> distance() const;

  // After a false advance(): the least start, above what went wrong, that a near string can have.
  // Absent: no string after the one taken is near.
  [[nodiscard]] std::optional<std::u32string> next_start() const;

 private:
  [[nodiscard]] std::size_t width() const { return word_.size() + 1; }
  // Fills row `length` + 1, that of the path's first `length` characters and `character`. False
  // when no cell of it is within the limit.
  bool fill_row(std::size_t length, char32_t character, std::uint32_t* cells) const;
  // The least character above `above` that may follow the first `length` of the path.
  [[nodiscard]] std::optional<char32_t> next_character(std::size_t length, char32_t above) const;

  std::u32string word_;
  std::u32string letters_;  // of the word, ascending, each once
  std::uint32_t limit_;
  std::size_t same_start_;
  std::u32string path_;               // characters whose rows are filled and within the limit
  char32_t wrong_ = 0;                // the character after the path that led out of the limit
  std::vector<std::uint32_t> cells_;  // row i starts at i * width(); there are path_.size() + 1
  mutable std::vector<std::uint32_t> spare_row_;
};

}  // namespace lede
