// A two-way set-associative cache.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/chunk_cache.h"

#include <xxhash.h>

#include <utility>

namespace lede {

namespace {

std::uint64_t hash_of(std::string_view chunk, std::uint32_t language) {
  return XXH3_64bits_withSeed(chunk.data(), chunk.size(), language);
}

}  // namespace

ChunkCache::ChunkCache() : slots_(2 * kPairs) {}

bool ChunkCache::matches(const Slot& slot, std::uint64_t hash, std::string_view chunk,
                         std::uint32_t language) {
  return slot.hash == hash && slot.entry && slot.entry->language == language &&
         slot.entry->key == chunk;
}

const ChunkAnalysis* ChunkCache::find(std::string_view chunk, std::uint32_t language) {
  const std::uint64_t hash = hash_of(chunk, language);
  Slot* pair = &slots_[2 * (hash % kPairs)];
  if (matches(pair[0], hash, chunk, language)) {
    return &pair[0].entry->analysis;
  }
  if (matches(pair[1], hash, chunk, language)) {
    std::swap(pair[0], pair[1]);
    return &pair[0].entry->analysis;
  }
  return nullptr;
}

const ChunkAnalysis& ChunkCache::store(std::string_view chunk, std::uint32_t language,
                                       ChunkAnalysis analysis) {
  const std::uint64_t hash = hash_of(chunk, language);
  Slot* pair = &slots_[2 * (hash % kPairs)];
  std::swap(pair[0], pair[1]);
  pair[0].hash = hash;
  pair[0].entry =
      std::make_unique<const Entry>(Entry{std::string(chunk), language, std::move(analysis)});
  return pair[0].entry->analysis;
}

}  // namespace lede
