// Rows of the distance table: filled for what is new, thrown away where strings part.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/terms/edit_rows.h"

#include <algorithm>
#include <utility>

namespace lede {
namespace {

constexpr char32_t kLastBeforeSurrogates = 0xD7FF;
constexpr char32_t kFirstAfterSurrogates = 0xE000;
constexpr char32_t kLastCharacter = 0x10FFFF;

std::optional<char32_t> following(char32_t character) {
  if (character >= kLastCharacter) {
    return std::nullopt;
  }
  return character == kLastBeforeSurrogates ? kFirstAfterSurrogates : character + 1;
}

}  // namespace

EditRows::EditRows(std::u32string word, std::uint32_t limit, std::size_t same_start)
    : word_(std::move(word)),
      letters_(word_),
      limit_(limit),
      same_start_(same_start),
      spare_row_(word_.size() + 1) {
  std::sort(letters_.begin(), letters_.end());
  letters_.erase(std::unique(letters_.begin(), letters_.end()), letters_.end());
  for (std::uint32_t left_out = 0; left_out <= word_.size(); ++left_out) {
    cells_.push_back(left_out);
  }
}

bool EditRows::fill_row(std::size_t length, char32_t character, std::uint32_t* cells) const {
  if (length < std::min(same_start_, word_.size()) && character != word_[length]) {
    return false;
  }
  const std::uint32_t* above = &cells_[length * width()];
  cells[0] = above[0] + 1;
  std::uint32_t least = cells[0];
  for (std::size_t column = 1; column < width(); ++column) {
    const char32_t letter = word_[column - 1];
    const std::uint32_t replaced = above[column - 1] + (letter == character ? 0 : 1);
    std::uint32_t edits = std::min({above[column] + 1, cells[column - 1] + 1, replaced});
    if (length > 0 && column > 1 && path_[length - 1] == letter && word_[column - 2] == character) {
      edits = std::min(edits, cells_[(length - 1) * width() + column - 2] + 1);
    }
    cells[column] = edits;
    least = std::min(least, edits);
  }
  return least <= limit_;
}

bool EditRows::advance(std::u32string_view text) {
  const auto parted = std::mismatch(path_.begin(), path_.end(), text.begin(), text.end()).first;
  path_.erase(parted, path_.end());
  for (std::size_t length = path_.size(); length < text.size(); ++length) {
    cells_.resize((length + 2) * width());
    if (!fill_row(length, text[length], &cells_[(length + 1) * width()])) {
      wrong_ = text[length];
      return false;
    }
    path_ += text[length];
  }
  return true;
}

std::optional<std::uint32_t> EditRows::distance() const {
  const std::uint32_t edits = cells_[path_.size() * width() + word_.size()];
  const bool starts_same =
      path_.size() >= std::min(same_start_, word_.size());  // rows see no end that comes too early
  return edits <= limit_ && starts_same ? std::optional(edits) : std::nullopt;
}

std::optional<char32_t> EditRows::next_character(std::size_t length, char32_t above) const {
  const std::uint32_t* row = &cells_[length * width()];
  const bool any_will_do = length >= std::min(same_start_, word_.size()) &&
                           *std::min_element(row, row + width()) < limit_;
  if (any_will_do) {
    return following(above);
  }
  const auto next =
      std::find_if(std::upper_bound(letters_.begin(), letters_.end(), above), letters_.end(),
                   [&](char32_t letter) { return fill_row(length, letter, spare_row_.data()); });
  return next == letters_.end() ? std::nullopt : std::optional(*next);
}

std::optional<std::u32string> EditRows::next_start() const {
  char32_t above = wrong_;
  for (std::size_t length = path_.size();; --length) {
    if (const auto character = next_character(length, above)) {
      return path_.substr(0, length) + *character;
    }
    if (length == 0) {
      return std::nullopt;
    }
    above = path_[length - 1];
  }
}

}  // namespace lede
