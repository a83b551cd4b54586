// Remembers what the analyzer found out about chunks of text, for news repeat their words.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
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

// The same, kept elsewhere.
struct ChunkView {
  ChunkView() = default;
  explicit ChunkView(const ChunkAnalysis& analysis)
      : tokens(analysis.tokens),
        text(analysis.text),
        words(analysis.words),
        chunks(analysis.chunks) {}

  std::span<const StoredToken> tokens;
  std::string_view text;
  std::uint32_t words = 0;
  std::uint32_t chunks = 1;
};

// What is looked up. The chunk must live as long as the key.
struct ChunkKey {
  std::string_view chunk;
  std::uint32_t language = 0;
  std::uint64_t hash = 0;
};

// A cache of fixed size: pairs of slots, the older of a pair makes room. A few megabytes when full,
// which is more than the processor's own caches hold: so whoever knows what it will look up next
// says so early.
class ChunkCache {
 public:
  // Longer chunks are rare and seldom come back.
  static constexpr std::size_t kLongestKey = 40;

  ChunkCache();

  // Each of these makes the next one quick.
  [[nodiscard]] ChunkKey key(std::string_view chunk, std::uint32_t language) const;
  void fetch(const ChunkKey& key) const;

  // Whether `key` is known; then `found` is what was stored. It lives until the next `store`.
  [[nodiscard]] bool find(const ChunkKey& key, ChunkView& found);

  void store(const ChunkKey& key, const ChunkAnalysis& analysis);

 private:
  // In one piece of memory: this, the tokens, the key, the text.
  struct Entry {
    std::uint32_t language = 0;
    std::uint32_t tokens = 0;
    std::uint32_t key_size = 0;
    std::uint32_t text_size = 0;
    std::uint32_t words = 0;
    std::uint32_t chunks = 0;
  };
  // Small, so that looking a chunk up touches little memory.
  struct Slot {
    std::uint64_t hash = 0;
    std::unique_ptr<char[]> entry;
  };

  static constexpr std::size_t kPairs = std::size_t{1} << 15U;

  [[nodiscard]] static bool matches(const Slot& slot, const ChunkKey& key, ChunkView& found);

  std::vector<Slot> slots_;
};

}  // namespace lede
