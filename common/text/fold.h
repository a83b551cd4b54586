// Making one term of the many ways a word is written: case, width, accents, quotes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lede {

// Terms are no longer than this; Xapian's own limit with room for prefixes.
inline constexpr std::size_t kMaxTerm = 64;

// NFKC case folding, apostrophes made straight: the exact form, accents kept. Characters nobody
// sees (soft hyphen, joiners) are gone. `word` is UTF-8; broken bytes become U+FFFD.
[[nodiscard]] std::string fold_case(std::string_view word);

// What `fold_case` gave, without what readers leave out when they type:
// - accents and other marks on Latin and Greek letters; ø đ ł æ œ þ ð ı and their like spelled
//   in plain letters; ё as е, stress marks on Cyrillic (й, ї, ў … are letters and stay);
// - Arabic vowel signs and tatweel, hamza and madda on alef; Hebrew points;
// - digits of any script as 0–9; the middle dot inside Catalan words.
// Indic, Thai, Japanese and Korean are left alone. Folding twice changes nothing. A word all of
// whose characters would go stays as it was.
[[nodiscard]] std::string fold_accents(std::string_view case_folded);

// `term` itself up to kMaxTerm bytes; longer ones keep their first bytes and a hash of the whole,
// so that two long words stay two.
[[nodiscard]] std::string bound_term(std::string term);

}  // namespace lede
