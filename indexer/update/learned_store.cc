// What was learned of repeated lines, as the database keeps it: numbers of 8 bytes, big-endian.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/learned_store.h"

#include <optional>
#include <string_view>
#include <utility>

#include "common/schema.h"
#include "indexer/document.h"

namespace lede {
namespace {

// Stored in databases: do not change without a new number here and a branch in decode.
constexpr char kLearnedVersion = 1;
constexpr std::size_t kNumberBytes = 8;
// Values that claim more are damaged.
constexpr std::uint64_t kMostLines = 100'000;

std::string encode(const std::string& key, const RepeatedLines& repeated) {
  std::string out(1, kLearnedVersion);
  out += serialise_hash(repeated.articles);
  out += serialise_hash(repeated.lines.size());
  out += serialise_hash(key.size());
  for (const auto& [line, count] : repeated.lines) {
    out += serialise_hash(line) + serialise_hash(count);
  }
  return out + key + repeated.outlet;
}

std::optional<std::pair<std::string, RepeatedLines>> decode(std::string_view value) {
  if (value.size() < 1 + 3 * kNumberBytes || value.front() != kLearnedVersion) {
    return std::nullopt;
  }
  value.remove_prefix(1);
  const auto number = [&] {
    const std::uint64_t taken = unserialise_hash(value.substr(0, kNumberBytes));
    value.remove_prefix(kNumberBytes);
    return taken;
  };
  RepeatedLines repeated;
  repeated.articles = static_cast<std::uint32_t>(number());
  const std::uint64_t lines = number();
  const std::uint64_t key_bytes = number();
  if (lines > kMostLines || value.size() < lines * 2 * kNumberBytes ||
      value.size() - lines * 2 * kNumberBytes < key_bytes) {
    return std::nullopt;
  }
  for (std::uint64_t i = 0; i < lines; ++i) {
    const std::uint64_t line = number();
    repeated.lines[line] = static_cast<std::uint32_t>(number());
  }
  repeated.outlet = value.substr(key_bytes);
  return std::pair(std::string(value.substr(0, key_bytes)), std::move(repeated));
}

}  // namespace

LearnedStore read_learned(const Xapian::Database& database) {
  LearnedStore learned;
  const std::string repeats(meta::kRepeatsPrefix);
  for (auto key = database.metadata_keys_begin(repeats); key != database.metadata_keys_end(repeats);
       ++key) {
    if (auto found = decode(database.get_metadata(*key))) {
      learned.lines.insert(std::move(*found));
    }
  }
  const std::string sampled(meta::kSampledPrefix);
  for (auto key = database.metadata_keys_begin(sampled); key != database.metadata_keys_end(sampled);
       ++key) {
    learned.folders.insert(database.get_metadata(*key));
  }
  return learned;
}

std::vector<std::string> learned_keys(const Xapian::Database& database) {
  std::vector<std::string> keys;
  for (const std::string_view prefix : {meta::kRepeatsPrefix, meta::kSampledPrefix}) {
    const std::string start(prefix);
    keys.insert(keys.end(), database.metadata_keys_begin(start), database.metadata_keys_end(start));
  }
  return keys;
}

void write_repeats(const std::string& key, const RepeatedLines& repeated, const MetadataSink& put) {
  put(boolean_term(meta::kRepeatsPrefix, key), encode(key, repeated));
}

void write_sampled_folder(const std::string& key, const MetadataSink& put) {
  put(boolean_term(meta::kSampledPrefix, key), key);
}

}  // namespace lede
