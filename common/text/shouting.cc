// Counting capitals around a word.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/shouting.h"

#include "common/text/utf8.h"
#include "common/text/word_class.h"

namespace lede {

namespace {

constexpr std::size_t kReach = 64;
constexpr std::size_t kLongWord = 5;  // acronyms are hardly longer

// The part of the line within reach, on character boundaries where the text has any.
std::string_view surroundings(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t from = start > kReach ? floor_boundary(text, start - kReach) : 0;
  std::size_t to = floor_boundary(text, end + kReach);
  to = to < end ? end : to;
  const std::size_t line_start = text.substr(from, start - from).rfind('\n');
  if (line_start != std::string_view::npos) {
    from += line_start + 1;
  }
  const std::size_t line_end = text.substr(end, to - end).find('\n');
  if (line_end != std::string_view::npos) {
    to = end + line_end;
  }
  return text.substr(from, to - from);
}

struct Ear {
  std::size_t small = 0;    // small letters
  std::size_t shouted = 0;  // capitals in long words

  void hear(std::string_view around) {
    std::size_t letters = 0;  // of the word at hand
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < around.size();) {
      const CodePoint c = decode(around, at);
      const CharInfo info = CharTable::instance()[c.value];
      at = c.next;
      if (info.is_letter()) {
        ++letters;
        capitals += info.has(CharInfo::kUpper) ? 1U : 0U;
        small += info.has(CharInfo::kLower) ? 1U : 0U;
      }
      if (!info.is_letter() || at == around.size()) {
        shouted += letters > kLongWord ? capitals : 0U;
        letters = capitals = 0;
      }
    }
  }
};

}  // namespace

bool is_shouting(std::string_view text, std::size_t start, std::size_t end) {
  const std::string_view line = surroundings(text, start, end);
  const auto line_start = static_cast<std::size_t>(line.data() - text.data());
  Ear ear;
  ear.hear(line.substr(0, start - line_start));
  ear.hear(line.substr(end - line_start));
  return ear.shouted > ear.small;
}

}  // namespace lede
