// The harmless places: after a sign no rule knows, or between two words of a dictionary.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/chunk_slices.h"

#include "common/text/utf8.h"
#include "common/text/word_class.h"

namespace lede {

namespace {

// Signs that stand for themselves: no hyphen, dot, apostrophe, sigil, money or percent.
bool is_neutral(char32_t c) {
  constexpr std::string_view kAscii = "!\"&()*+,/:;<=>?[\\]^{|}~";
  constexpr std::u32string_view kEastern = U"、。「」『』，．！？：；（）〈〉《》【】";
  return c < 0x80 ? kAscii.find(static_cast<char>(c)) != std::string_view::npos
                  : kEastern.find(c) != std::u32string_view::npos;
}

bool is_dictionary(char32_t c) {
  return CharTable::instance()[c].word_class() == WordClass::kDictionary;
}

bool may_cut(std::string_view chunk, std::uint32_t segment_start, std::uint32_t end) {
  const CodePoint first = decode(chunk, segment_start);
  if (first.next == end && is_neutral(first.value)) {
    return true;
  }
  return is_dictionary(first.value) && end < chunk.size() &&
         is_dictionary(decode(chunk, end).value);
}

}  // namespace

std::vector<std::size_t> slice_chunk(std::string_view chunk, std::span<const std::uint32_t> ends,
                                     std::size_t bytes) {
  std::vector<std::size_t> slices;
  std::uint32_t slice_start = 0;
  std::uint32_t segment_start = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const bool last = i + 1 == ends.size();
    if (last || (ends[i] - slice_start >= bytes && may_cut(chunk, segment_start, ends[i]))) {
      slices.push_back(i + 1);
      slice_start = ends[i];
    }
    segment_start = ends[i];
  }
  return slices;
}

}  // namespace lede
