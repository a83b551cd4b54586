// Where in a text a query matched: stems as stems, phrases as phrases, prefixes as prefixes, and
// words that must stand together only where they do.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/plan/units.h"

namespace lede {

// One match: `unit` is an index into the units given. Ranges are UTF-8 bytes, [start, end).
struct TextMatch {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t unit = 0;
  bool exact = false;      // as typed, not only by its stem
  std::uint32_t part = 0;  // of a unit whose words stand together: which of its parts
  bool alone = false;      // one word of a compound, which counts where the whole is missing
};

// All matches of `units` that are searched in `field`s text, in order of start, not overlapping.
// Negated units are left out. Of words that must stand together each is a match of its own, where
// all are together. `field` is kAny for an article's text, kTitle for its title (where
// kAny units match too).
[[nodiscard]] std::vector<TextMatch> find_matches(std::string_view text, std::string_view language,
                                                  Field field, std::span<const QueryUnit> units,
                                                  Analyzer& analyzer);

}  // namespace lede
