// Which words of a query to replace by which, likeliest first.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/suggest/typed_words.h"

namespace lede {

// New text for the bytes [start, end) of a query.
struct Replacement {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text;
};

// In order of place, not overlapping.
using Replacements = std::vector<Replacement>;

// Throws Xapian::Error.
[[nodiscard]] std::vector<Replacements> likely_replacements(std::span<const TypedWord> words,
                                                            const Xapian::Database& database);

// A replacement of a word that began with a capital begins with one too.
[[nodiscard]] std::string replaced(std::string_view query, const Replacements& replacements);

}  // namespace lede
