// Which of the words that must stand together do: near each other, in order, in one sentence.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/plan/units.h"

namespace lede {

// One part of a group met in a text. Positions count words; bytes are [start, end).
struct Occurrence {
  std::uint32_t part = 0;
  std::uint32_t first = 0;  // position of its first word
  std::uint32_t last = 0;   // and of its last
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool exact = false;  // no part in order and equality

  bool operator==(const Occurrence& other) const {
    return part == other.part && first == other.first && last == other.last;
  }
};

// Those of `occurrences` that take part in a place where all parts of `group` stand together, no
// two of them on the same word, in order of `first`. Takes time linear in the occurrences, but for
// parts that can be the same word; then it gives up after a bounded number of tries a text, and
// what it found until then is the answer.
[[nodiscard]] std::vector<Occurrence> standing_together(const QueryUnit& group,
                                                        std::string_view text,
                                                        std::vector<Occurrence> occurrences);

}  // namespace lede
