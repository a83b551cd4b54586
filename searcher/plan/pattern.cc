// Matching with one point to come back to: the last "*" is the only one worth another try.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/pattern.h"

#include <algorithm>
#include <cstddef>

namespace lede {
namespace {

// Letters of the phonetic alphabets of Khoisan and of linguists, without case or accents: rare
// enough to stand for something else, and letters to every rule of segmentation.
constexpr std::string_view kAnyLetters = "\u0298";
constexpr std::string_view kOneLetter = "\u01C2";

std::size_t next_letter(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    ++at;
  }
  return at;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, from.size()) == from) {
      out += to;
      at += from.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace

bool fits_pattern(std::string_view term, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t want = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_took = 0;
  while (at < term.size()) {
    if (want < pattern.size() && pattern[want] == '*') {
      star = want++;
      star_took = at;
    } else if (want < pattern.size() && pattern[want] == '?') {
      ++want;
      at = next_letter(term, at);
    } else if (want < pattern.size() && pattern[want] == term[at]) {
      ++want;
      ++at;
    } else if (star != std::string_view::npos) {
      star_took = next_letter(term, star_took);
      at = star_took;
      want = star + 1;
    } else {
      return false;
    }
  }
  return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(want), pattern.end(),
                     [](char c) { return c == '*'; });
}

std::string_view literal_prefix(std::string_view pattern) {
  return pattern.substr(0, std::min(pattern.find_first_of("*?"), pattern.size()));
}

bool is_plain_prefix(std::string_view pattern) {
  return !pattern.empty() && pattern.find_first_of("*?") == pattern.size() - 1 &&
         pattern.back() == '*';
}

std::string hide_wildcards(std::string_view typed) {
  return replaced(replaced(typed, "*", kAnyLetters), "?", kOneLetter);
}

std::string show_wildcards(std::string_view analyzed) {
  return replaced(replaced(analyzed, kAnyLetters, "*"), kOneLetter, "?");
}

}  // namespace lede
