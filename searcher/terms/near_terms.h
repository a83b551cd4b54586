// The terms of a database that are spelled nearly like a word.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

struct NearTerm {
  std::string term;                // without the prefix
  std::uint32_t distance = 0;      // 0 for the word itself
  Xapian::doccount frequency = 0;  // articles that have it

  bool operator==(const NearTerm&) const = default;
};

struct NearTermsLimits {
  std::uint32_t distance = 1;  // edits at most
  std::size_t same_start = 0;  // characters at the start of the word that may not differ
  std::size_t steps = 50'000;  // moves through the list of terms: what bounds the time
  std::size_t terms = 1'000;   // returned at most: the best
};

struct NearTerms {
  std::vector<NearTerm> terms;  // nearest first; of those equally near, the most frequent first
  std::size_t found = 0;        // may be more than were returned
  bool complete = true;         // false: the steps ran out, there may be others
};

// Terms `prefix` + t, where t is `word` after at most `limits.distance` edits: a character put in,
// left out or replaced, or two neighbours exchanged; no part is edited twice ("optimal string
// alignment"). A character is a Unicode code point; both sides are taken as they are, so `word`
// should be folded as the analyzer folds. With an empty prefix only exact words of the text are
// looked at: no stems, no terms of fields. `word` itself is found too. An empty word has no near
// terms. Throws Xapian::Error.
[[nodiscard]] NearTerms near_terms(const Xapian::Database& database, std::string_view prefix,
                                   std::string_view word, const NearTermsLimits& limits);

}  // namespace lede
