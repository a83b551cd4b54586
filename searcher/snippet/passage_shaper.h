// From the words to show to a passage that reads well: whole sentences where they fit, else cut
// between words, and never inside a character.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lede {

// UTF-8 bytes [start, end).
struct ByteRange {
  std::size_t start = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - start; }
};

struct Passage {
  ByteRange range;
  bool whole = false;  // whole sentences
};

// The passage of `text` around `core`, about `bytes` long and without white space at its ends. It
// stays within `room`, which holds `core`, and holds `core` unless that alone is longer than
// `bytes`: then its opening. Looks only at the neighbourhood of `core`. Thread-safe.
[[nodiscard]] Passage shape_passage(std::string_view text, ByteRange core, ByteRange room,
                                    std::size_t bytes);

// `range` without the white space at its ends.
[[nodiscard]] ByteRange trimmed(std::string_view text, ByteRange range);

}  // namespace lede
