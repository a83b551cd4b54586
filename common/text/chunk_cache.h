// Remembers what the analyzer found out about chunks of text, for news repeat their words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace lede {

// One token of a chunk; what a Token is, with offsets instead of views.
struct StoredToken {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  std::uint32_t words = 1;
  std::uint32_t chunk = 0;
  std::uint32_t term_at = 0;  // in ChunkAnalysis::text
  std::uint32_t stem_at = 0;
  std::uint16_t term_size = 0;
  std::uint16_t stem_size = 0;
  TokenKind kind = TokenKind::kWord;
  bool dictionary = false;
  bool acronym = false;
  bool unless_shouting = false;
};

// All that can be said of a chunk without knowing what is around it.
struct ChunkAnalysis {
  std::vector<StoredToken> tokens;
  std::string text;  // terms and stems
  std::uint32_t words = 0;
  std::uint32_t chunks = 1;
};

// A cache of fixed size: pairs of slots, the older of a pair makes room. A few megabytes when full.
class ChunkCache {
 public:
  // Longer chunks are rare and seldom come back.
  static constexpr std::size_t kLongestKey = 40;

  ChunkCache();

  // What was stored for `chunk` in `language`, or null. Lives until the next `store`.
  [[nodiscard]] const ChunkAnalysis* find(std::string_view chunk, std::uint32_t language);

  // Returns what was stored. Lives until the next `store`.
  const ChunkAnalysis& store(std::string_view chunk, std::uint32_t language,
                             ChunkAnalysis analysis);

 private:
  struct Entry {
    std::string key;
    std::uint32_t language = 0;
    ChunkAnalysis analysis;
  };
  // Small, so that looking a chunk up touches little memory.
  struct Slot {
    std::uint64_t hash = 0;
    std::unique_ptr<const Entry> entry;
  };

  static constexpr std::size_t kPairs = std::size_t{1} << 15U;

  [[nodiscard]] static bool matches(const Slot& slot, std::uint64_t hash, std::string_view chunk,
                                    std::uint32_t language);

  std::vector<Slot> slots_;
};

}  // namespace lede
