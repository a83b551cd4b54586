// Words of the index that a mistyped word may have been meant to be.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lede {

struct Spelling {
  std::string term;
  double cost = 0;                 // how unlikely the slip is; about 1 for one edit
  Xapian::doccount frequency = 0;  // articles that have it
  bool sounds_same = false;        // another way to write the same sounds
};

// Near words that are made of letters, the likeliest `most` first: few edits, many articles.
// Throws Xapian::Error.
[[nodiscard]] std::vector<Spelling> spellings_of(const Xapian::Database& database,
                                                 std::string_view word, std::size_t most);

// How likely, given how many articles agree: higher is better. Three powers of e weigh an edit up.
[[nodiscard]] double likelihood(double articles, double cost);

// What stays of a word when only its sounds count: "zelenskyy" and "zelenski" have the same.
[[nodiscard]] std::string sound_of(std::string_view word);

}  // namespace lede
