// The state's layout: a version byte, then numbers as LEB128, the hash, the path it
// was born at, and its path to the end.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_state.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "common/schema.h"

namespace lede {
namespace {

// Stored in databases: do not change without a new number here and a branch in decode_state.
constexpr char kFileStateVersion = 1;
constexpr std::uint64_t kIncomplete = 1;
constexpr std::uint64_t kDisplaced = 2;
constexpr std::uint64_t kSkipped = 4;

void put(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) {
    out += static_cast<char>(0x80U | (value & 0x7fU));
  }
  out += static_cast<char>(value);
}

std::optional<std::uint64_t> take(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !in.empty(); shift += 7) {
    const auto byte = static_cast<std::uint8_t>(in.front());
    in.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) {
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace

// XXH3's state must lie at an address that new does not promise to a bare struct of its own.
struct FileHasher::State {
  XXH3_state_t* xxh = XXH3_createState();
  State() = default;
  ~State() { XXH3_freeState(xxh); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

FileHasher::FileHasher() : state_(std::make_unique<State>()) { XXH3_128bits_reset(state_->xxh); }

FileHasher::~FileHasher() = default;

void FileHasher::add(std::string_view bytes) {
  XXH3_128bits_update(state_->xxh, bytes.data(), bytes.size());
}

FileHash FileHasher::hash() const {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state_->xxh));
  FileHash hash{};
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
  return hash;
}

FileHash hash_bytes(std::string_view bytes) {
  FileHasher hasher;
  hasher.add(bytes);
  return hasher.hash();
}

std::string to_string(const FileKey& key) { return std::to_string(key.source) + ":" + key.path; }

std::string metadata_key(const FileKey& key) {
  return boolean_term(meta::kFilePrefix, to_string(key));
}

std::string encode_state(const FileKey& key, const FileState& state) {
  std::string out(1, kFileStateVersion);
  put(out, (state.incomplete ? kIncomplete : 0) | (state.displaced ? kDisplaced : 0) |
               (state.skipped ? kSkipped : 0));
  put(out, state.size);
  put(out, static_cast<std::uint64_t>(state.mtime));
  put(out, state.records);
  put(out, state.failed);
  put(out, state.text_bytes);
  put(out, key.source);
  put(out, state.born.size());
  out.append(state.hash.begin(), state.hash.end());
  out += state.born;
  out += key.path;
  return out;
}

std::optional<StoredFile> decode_state(std::string_view value) {
  if (value.empty() || value.front() != kFileStateVersion) {
    return std::nullopt;
  }
  value.remove_prefix(1);
  std::array<std::uint64_t, 8> numbers{};
  for (auto& number : numbers) {
    const auto taken = take(value);
    if (!taken) {
      return std::nullopt;
    }
    number = *taken;
  }
  StoredFile file;
  const std::size_t hash_size = file.state.hash.size();
  if (value.size() < hash_size || value.size() - hash_size < numbers[7] ||
      numbers[6] > std::numeric_limits<unsigned>::max()) {
    return std::nullopt;
  }
  file.state.incomplete = (numbers[0] & kIncomplete) != 0;
  file.state.displaced = (numbers[0] & kDisplaced) != 0;
  file.state.skipped = (numbers[0] & kSkipped) != 0;
  file.state.size = numbers[1];
  file.state.mtime = static_cast<std::int64_t>(numbers[2]);
  file.state.records = numbers[3];
  file.state.failed = numbers[4];
  file.state.text_bytes = numbers[5];
  file.key.source = static_cast<unsigned>(numbers[6]);
  std::copy_n(value.begin(), hash_size, file.state.hash.begin());
  file.state.born = value.substr(hash_size, numbers[7]);
  file.key.path = value.substr(hash_size + numbers[7]);
  return file;
}

}  // namespace lede
