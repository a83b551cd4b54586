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

#include "common/text/word_filter.h"
#include "searcher/plan/pattern.h"
#include "searcher/plan/units.h"

namespace lede {

// Which form of a token must be the key for the token to be the word.
enum class Meeting : std::uint8_t {
  kTerm,
  kStem,
};

// Words that must stand at consecutive positions for one unit, or one part of a group, to match.
struct WordSequence {
  std::uint32_t unit = 0;
  std::uint32_t part = kWhole;  // of the unit's parts
  std::uint32_t first = 0;      // number of its first word among all words of all sequences
  std::uint32_t length = 0;     // words
  bool alone = false;           // one word of a compound

  static constexpr std::uint32_t kWhole = 0xffffffff;
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
  // What of a text may hold one of the query's words.
  [[nodiscard]] const WordFilter& wanted() const { return wanted_; }
  [[nodiscard]] std::size_t word_count() const { return word_count_; }

  // The words that `key` stands for, or nothing. Allocates nothing.
  [[nodiscard]] std::span<const WordTarget> find(std::string_view key) const;

  // Calls `visit` for each word whose pattern `term` fits.
  template <typename Visit>
  void for_each_pattern_of(std::string_view term, Visit&& visit) const {
    if (patterns_.empty() || term.empty()) {
      return;
    }
    for (const auto& pattern : patterns_) {
      if (term.starts_with(literal_prefix(pattern.letters)) &&
          fits_pattern(term, pattern.letters)) {
        visit(pattern.target);
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
  struct Pattern {
    std::string letters;
    WordTarget target;
  };

  void add_words(const QueryUnit& unit, std::uint32_t number);
  void add_joined(const QueryUnit& unit, std::uint32_t number);
  void add_writings(std::span<const Writing> writings, std::uint32_t unit, std::uint32_t part);
  std::uint32_t add_sequence(std::uint32_t unit, std::uint32_t part, std::size_t length);
  void add_word(const UnitWord& word, std::uint32_t sequence);
  void add_slot(const WordSlot& slot, WordTarget target);
  void add_key(std::string_view key, WordTarget target);

  Field field_;
  std::vector<WordSequence> sequences_;
  std::size_t word_count_ = 0;
  std::unordered_map<std::string, std::vector<WordTarget>, KeyHash, std::equal_to<>> keys_;
  std::vector<Pattern> patterns_;
  // For each first byte, the lengths keys have (bit 63: 63 and more): most tokens are turned away
  // here without being hashed.
  std::array<std::uint64_t, 256> lengths_{};
  WordFilter wanted_;
};

}  // namespace lede
