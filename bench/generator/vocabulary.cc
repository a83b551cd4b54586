// Syllables make words: a rank is written as a number whose digits are syllables.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/vocabulary.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace lede::bench {
namespace {

constexpr std::array<std::string_view, kFunctionWords> kFunctionWordList = {
    "the",  "of",   "to",    "and",  "a",    "in",   "that",  "is",    "was",  "for",
    "on",   "with", "as",    "it",   "at",   "by",   "he",    "from",  "be",   "said",
    "has",  "are",  "have",  "will", "not",  "they", "an",    "which", "this", "but",
    "were", "who",  "their", "been", "more", "his",  "would", "about", "when", "after"};

constexpr std::array<std::string_view, 16> kOnsets = {"b", "d", "f",  "g",  "k",  "l",  "m",  "n",
                                                      "p", "r", "st", "tr", "pl", "gr", "sh", "v"};
constexpr std::array<std::string_view, 6> kVowels = {"a", "e", "i", "o", "u", "ai"};
constexpr std::array<std::string_view, 8> kCodas = {"n", "rn", "st", "l", "k", "m", "nd", "rk"};

constexpr std::uint64_t kOpen = kOnsets.size() * kVowels.size();  // syllables inside a word
constexpr std::uint64_t kClosed = kOpen * kCodas.size();          // its last syllable

// Words of one, two, … syllables there are.
constexpr std::uint64_t words_with(int syllables) {
  std::uint64_t count = kClosed;
  for (int i = 1; i < syllables; ++i) {
    count *= kOpen;
  }
  return count;
}

void append_open(std::string& word, std::uint64_t digit) {
  word += kOnsets[digit / kVowels.size()];
  word += kVowels[digit % kVowels.size()];
}

// The word with that number among those of `syllables` syllables.
std::string spell(std::uint64_t number, int syllables) {
  std::string word;
  for (int i = 1; i < syllables; ++i) {
    append_open(word, number % kOpen);
    number /= kOpen;
  }
  append_open(word, number / kCodas.size());
  word += kCodas[number % kCodas.size()];
  return word;
}

// A permutation of [0, count), so that neighbours in rank are not neighbours in the alphabet.
// The factor is a prime that divides no count of words.
std::uint64_t shuffled(std::uint64_t number, std::uint64_t count) {
  return (number % count) * 7919 % count;
}

// The square root of bend / rank below one, with 16 fractional bits: Newton's method on integers.
std::uint64_t bend_at(std::uint64_t bend, std::uint64_t rank) {
  std::uint64_t root = std::uint64_t{1} << 16;
  if (rank > bend) {
    const std::uint64_t square = (bend << 32) / rank;
    for (int i = 0; i < 12; ++i) {
      root = (root + square / root) / 2;
    }
  }
  return root;
}

// How often a rank is drawn, as an integer: see ZipfRanks.
std::uint64_t weight_of(std::uint64_t rank) {
  const std::uint64_t head = (std::uint64_t{10} << 44) / (10 * rank + 22);
  return ((head * bend_at(1000, rank)) >> 16) * bend_at(8000, rank) >> 16;
}

}  // namespace

std::string word_of(std::uint64_t rank) {
  if (rank < kFunctionWords) {
    return std::string(kFunctionWordList[rank]);
  }
  std::uint64_t number = rank - kFunctionWords;
  int syllables = 1;
  while (number >= words_with(syllables)) {
    number -= words_with(syllables);
    ++syllables;
  }
  return spell(shuffled(number, words_with(syllables)), syllables);
}

std::string name_of(std::uint64_t number) {
  // Words never start with these, so a name is never a word.
  constexpr std::array<std::string_view, 8> kStarts = {"Z", "Y", "H", "C", "J", "Kv", "Th", "W"};
  std::string name(kStarts[number % kStarts.size()]);
  number /= kStarts.size();
  name += kVowels[number % kVowels.size()];
  number /= kVowels.size();
  const int syllables = number % 3 == 0 ? 2 : 1;
  return name + spell(number % words_with(syllables), syllables);
}

ZipfRanks::ZipfRanks() {
  cumulative_.reserve(kRankedWords);
  std::uint64_t sum = 0;
  for (std::uint64_t rank = 0; rank < kRankedWords; ++rank) {
    sum += weight_of(rank);
    cumulative_.push_back(sum);
  }
}

std::uint64_t ZipfRanks::draw(Random& random) const {
  if (random.chance(4)) {
    return kRankedWords + random.below(std::uint64_t{1} << 32);
  }
  const std::uint64_t point = random.next() % cumulative_.back();
  const auto found = std::upper_bound(cumulative_.begin(), cumulative_.end(), point);
  return static_cast<std::uint64_t>(found - cumulative_.begin());
}

}  // namespace lede::bench
