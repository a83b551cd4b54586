// The words of the generated articles and how often each is used.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/generator/random.h"

namespace lede::bench {

// Ranks below this are English function words ("the", "of"), so that language detection, stop words
// and questions have something to work on. All other words are invented.
inline constexpr std::uint64_t kFunctionWords = 40;

// Words with a frequency of their own; rarer ones are drawn from an endless tail.
inline constexpr std::uint64_t kRankedWords = std::uint64_t{1} << 18;

// The word of that rank, 0 being the most frequent: a pure function, no two ranks share a word.
// Frequent words are short.
[[nodiscard]] std::string word_of(std::uint64_t rank);

// An invented family, given or place name, capitalised: never a word of word_of().
[[nodiscard]] std::string name_of(std::uint64_t number);

// Draws ranks by a Zipf-Mandelbrot law: frequency falls as 1 / (rank + 2.2), from rank 1000 on with
// exponent 1.5 and from 8000 on with 2, as it does in collections of news. One draw in 250 is from
// the endless tail, so that the vocabulary keeps growing with the collection (Heaps' law).
class ZipfRanks {
 public:
  ZipfRanks();
  [[nodiscard]] std::uint64_t draw(Random& random) const;

 private:
  std::vector<std::uint64_t> cumulative_;
};

}  // namespace lede::bench
