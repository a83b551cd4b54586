// The words by which a page's furniture is known: one list, to be added to.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace lede {

enum class PhraseMatch : std::uint8_t {
  kWhole,   // the line is the phrase, but for signs and numbers at its ends
  kStart,   // the line starts with it and is short
  kEnd,     // the line ends with it
  kInside,  // the line holds it
};

enum class PhraseReach : std::uint8_t {
  kLine,  // only that line
  kRest,  // from that line to the end of the page, if what follows looks like furniture as well
  kSite,  // only that line; it belongs to the site's head: what stands before it does, too
};

struct FurniturePhrase {
  std::string_view text;  // lower case, straight apostrophes
  PhraseMatch match;
  PhraseReach reach;
  const char* kind;  // of the zone
};

// The phrase that `folded` (see folded_line) is furniture by, or nullptr.
[[nodiscard]] const FurniturePhrase* find_furniture_phrase(std::string_view folded);

}  // namespace lede
