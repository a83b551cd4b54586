// What one word segment is made of: "l'homme" is two words, "example.com" two, "F16" two that are
// also typed as one, "U.S" one that is an acronym.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

// Another way to type a word.
struct WordAlternate {
  std::string typed;
  bool acronym = false;
  bool unless_shouting = false;
};

struct SplitWord {
  std::uint32_t start = 0;  // in the chunk
  std::uint32_t end = 0;
  std::string typed;
  std::string bare;  // how it takes part in joined forms: no apostrophes, no possessive
  bool number = false;
  std::vector<WordAlternate> alternates;
};

// Some of the words, typed as one.
struct WordJoin {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::string typed;
};

struct SplitSegment {
  std::vector<SplitWord> words;
  std::vector<WordJoin> joins;
  bool at_sign = false;          // "@" stands before the first word
  bool dotted_acronym = false;   // the one word is such; a dot that follows belongs to it
  bool compoundable = true;      // may be part of a hyphenated word: no address, no name_with_lines
  std::uint32_t elided = 0;      // how many leading words are elided articles: "l" of "l'homme"
  std::uint32_t name_words = 0;  // how many words a "@" or "#" before the first reaches over
  std::uint32_t name_end = 0;    // and where the last of them ends
};

// `chunk[start, end)` is a word segment without white space that no dictionary found.
[[nodiscard]] SplitSegment split_segment(std::string_view chunk, std::uint32_t start,
                                         std::uint32_t end);

}  // namespace lede
