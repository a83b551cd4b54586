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
#include "searcher/snippet/unit_table.h"

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

// Finds the matches of a query's units in one text after another. Not for two threads at once.
class TextMatcher {
 public:
  // Of `units` those that are searched in `field`: kAny for articles' texts, kTitle for their
  // titles (where kAny units match too). Negated units are left out. `units` must outlive this.
  TextMatcher(std::span<const QueryUnit> units, Field field);

  // All matches in order of start, not overlapping. Of words that must stand together each is a
  // match of its own, where all are together.
  [[nodiscard]] std::vector<TextMatch> find(std::string_view text, std::string_view language,
                                            Analyzer& analyzer) const;

 private:
  std::span<const QueryUnit> units_;
  UnitTable table_;
};

// The same for one text.
[[nodiscard]] std::vector<TextMatch> find_matches(std::string_view text, std::string_view language,
                                                  Field field, std::span<const QueryUnit> units,
                                                  Analyzer& analyzer);

}  // namespace lede
