// The query's words laid out for one look-up a token: term or stem → which words of which units.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/plan/units.h"

namespace lede {

// Which form of a token must be the key for the token to be the word.
enum class Meeting : std::uint8_t {
  kTerm,
  kStem,
};

// Words that must stand at consecutive positions for one unit to match.
struct WordSequence {
  std::uint32_t unit = 0;
  std::uint32_t first = 0;   // number of its first word among all words of all sequences
  std::uint32_t length = 0;  // words
};

// One word of one sequence that a key stands for.
struct WordTarget {
  std::uint32_t sequence = 0;
  std::uint32_t word = 0;
  Meeting meeting = Meeting::kTerm;
};

// Built once for a query; read-only after that.
class UnitTable {
 public:
  // Takes the units of `units` that are searched in `field`, except negated ones.
  UnitTable(std::span<const QueryUnit> units, Field field);

  [[nodiscard]] bool empty() const { return sequences_.empty(); }
  [[nodiscard]] std::span<const WordSequence> sequences() const { return sequences_; }
  [[nodiscard]] std::size_t word_count() const { return word_count_; }

  // The words that `key` stands for, or nothing. Allocates nothing.
  [[nodiscard]] std::span<const WordTarget> find(std::string_view key) const;

  // Calls `visit` for each word that is a prefix of `term`.
  template <typename Visit>
  void for_each_prefix_of(std::string_view term, Visit&& visit) const {
    if (prefixes_.empty() || term.empty()) {
      return;
    }
    for (const auto& prefix : prefixes_) {
      if (term.starts_with(prefix.letters)) {
        visit(prefix.target);
      }
    }
  }

 private:
  struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const noexcept {
      return std::hash<std::string_view>()(key);
    }
  };
  struct Prefix {
    std::string letters;
    WordTarget target;
  };

  void add_unit(const QueryUnit& unit, std::uint32_t number);
  std::uint32_t add_sequence(std::uint32_t unit, std::size_t length);
  void add_phrase(const QueryUnit& unit, std::uint32_t number);
  void add_word(const UnitWord& word, std::uint32_t sequence, std::size_t index);
  void add_prefix(const UnitWord& word, std::uint32_t sequence, std::size_t index);
  void add_key(std::string_view key, WordTarget target);

  std::vector<WordSequence> sequences_;
  std::size_t word_count_ = 0;
  std::unordered_map<std::string, std::vector<WordTarget>, KeyHash, std::equal_to<>> keys_;
  std::vector<Prefix> prefixes_;
  // For each first byte, the lengths keys have (bit 63: 63 and more): most tokens are turned away
  // here without being hashed.
  std::array<std::uint64_t, 256> lengths_{};
};

}  // namespace lede
