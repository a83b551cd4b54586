// A two-way set-associative cache.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/chunk_cache.h"

#define XXH_INLINE_ALL  // names are short: the call costs as much as the work
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace lede {

static_assert(std::is_trivially_copyable_v<StoredToken>);

ChunkCache::ChunkCache() : slots_(2 * kPairs) {}

ChunkKey ChunkCache::key(std::string_view chunk, std::uint32_t language) const {
  const std::uint64_t hash = XXH3_64bits_withSeed(chunk.data(), chunk.size(), language);
  __builtin_prefetch(&slots_[2 * (hash % kPairs)]);
  return {chunk, language, hash};
}

void ChunkCache::fetch(const ChunkKey& key) const {
  constexpr std::uintptr_t kLine = 64;
  const Slot* pair = &slots_[2 * (key.hash % kPairs)];
  const char* entry = (pair[0].hash == key.hash ? pair[0] : pair[1]).entry.get();
  __builtin_prefetch(entry);
  // As a number: an empty slot has no entry to reckon from, and a short one ends before its next
  // line.
  const std::uintptr_t next = reinterpret_cast<std::uintptr_t>(entry) + kLine;
  __builtin_prefetch(reinterpret_cast<const void*>(next));  // NOLINT(performance-no-int-to-ptr)
}

bool ChunkCache::matches(const Slot& slot, const ChunkKey& key, ChunkView& found) {
  if (slot.hash != key.hash || !slot.entry) {
    return false;
  }
  const char* at = slot.entry.get();
  const auto& entry = *reinterpret_cast<const Entry*>(at);
  const auto* tokens = reinterpret_cast<const StoredToken*>(at + sizeof(Entry));
  const char* stored = reinterpret_cast<const char*>(tokens + entry.tokens);
  if (entry.language != key.language || key.chunk != std::string_view(stored, entry.key_size)) {
    return false;
  }
  found.tokens = {tokens, entry.tokens};
  found.text = {stored + entry.key_size, entry.text_size};
  found.words = entry.words;
  found.chunks = entry.chunks;
  return true;
}

bool ChunkCache::find(const ChunkKey& key, ChunkView& found) {
  Slot* pair = &slots_[2 * (key.hash % kPairs)];
  if (matches(pair[0], key, found)) {
    return true;
  }
  if (matches(pair[1], key, found)) {
    std::swap(pair[0], pair[1]);
    return true;
  }
  return false;
}

void ChunkCache::store(const ChunkKey& key, const ChunkAnalysis& analysis) {
  const Entry entry{key.language,
                    static_cast<std::uint32_t>(analysis.tokens.size()),
                    static_cast<std::uint32_t>(key.chunk.size()),
                    static_cast<std::uint32_t>(analysis.text.size()),
                    analysis.words,
                    analysis.chunks};
  const std::size_t token_bytes = analysis.tokens.size() * sizeof(StoredToken);
  auto bytes = std::make_unique<char[]>(sizeof entry + token_bytes + key.chunk.size() +
                                        analysis.text.size());
  char* at = bytes.get();
  std::memcpy(at, &entry, sizeof entry);
  if (token_bytes > 0) {
    std::memcpy(at + sizeof entry, analysis.tokens.data(), token_bytes);
  }
  at = std::copy(key.chunk.begin(), key.chunk.end(), at + sizeof entry + token_bytes);
  std::copy(analysis.text.begin(), analysis.text.end(), at);
  Slot* pair = &slots_[2 * (key.hash % kPairs)];
  std::swap(pair[0], pair[1]);
  pair[0] = {key.hash, std::move(bytes)};
}

}  // namespace lede
