// The segments of a chunk, as the news rules see them: words, signs, white space.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lede {

struct ChunkSegment {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  char32_t sign = 0;        // the character, when it is a single one
  bool word = false;        // has a letter or digit
  bool dictionary = false;  // a word of a script that is written without spaces
  bool white = false;
};

// `ends` are the ends of ICU's segments. Two kinds are parted further:
// - at a narrow no-break space, which to ICU is a connector like "_" and to readers white space;
// - where Latin, say, meets Thai without a space: ICU has one segment when the Thai is one word.
[[nodiscard]] std::vector<ChunkSegment> chunk_segments(std::string_view chunk,
                                                       std::span<const std::uint32_t> ends);

}  // namespace lede
