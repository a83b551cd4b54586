// Plain words: most of a text, in which no rule of analysis finds more than the word itself. Who
// looks for a few words can pass over all others of these without analysing them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lede {

// Whether `chunk` is two to kMaxTerm small letters of ASCII, the first of which may be a capital.
[[nodiscard]] bool is_plain_word(std::string_view chunk);

// Takes white space, a plain word and at most one mark after it off the front of `text` when white
// space or the text's end follows; else leaves `text` as it is and returns nothing.
[[nodiscard]] std::string_view take_plain_word(std::string_view& text);

// Which plain words somebody wants, by their first letter and length: some that nobody wants pass.
class PlainWordFilter {
 public:
  // Words with this term.
  void want_term(std::string_view term);
  // Words with this stem, as long as stems are no longer than their words and begin alike.
  void want_stem(std::string_view stem);
  // Words that begin so; an empty beginning is that of all.
  void want_beginning(std::string_view letters);

  [[nodiscard]] bool wants(std::string_view plain_word) const {
    const auto letter = static_cast<std::size_t>((plain_word.front() | 0x20) - 'a');
    return (lengths_[letter] >> (plain_word.size() < 63 ? plain_word.size() : 63) & 1) != 0;
  }

 private:
  void want_from(char letter, std::size_t length);

  std::array<std::uint64_t, 26> lengths_{};  // by letter: a bit a length, the last for 63 and more
};

}  // namespace lede
