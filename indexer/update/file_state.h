// What the index remembers of each file, so that the next update reads only what changed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace lede {

// XXH3 128 of a file's bytes, as they are on the disk.
using FileHash = std::array<std::uint8_t, 16>;

// Computes it from the bytes in any pieces.
class FileHasher {
 public:
  FileHasher();
  ~FileHasher();
  FileHasher(const FileHasher&) = delete;
  FileHasher& operator=(const FileHasher&) = delete;

  void add(std::string_view bytes);
  [[nodiscard]] FileHash hash() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] FileHash hash_bytes(std::string_view bytes);

struct FileState {
  std::uint64_t size = 0;
  std::int64_t mtime = 0;  // nanoseconds since 1970; 0: do not trust it, compare the hash
  FileHash hash{};
  std::uint64_t records = 0;     // articles it gave
  std::uint64_t failed = 0;      // records it could not give
  std::uint64_t text_bytes = 0;  // of all its articles
  bool incomplete = false;  // read only in part, or not at all: read it again whatever its time
  bool displaced = false;   // an article of it could not have the id it declares
  bool skipped = false;     // it is of no kind that we read
  std::string born;         // the path its articles have their ids from, if it was moved since

  bool operator==(const FileState&) const = default;
};

// Which file: the number of its source folder and its path below it, as bytes.
struct FileKey {
  unsigned source = 0;
  std::string path;

  bool operator==(const FileKey&) const = default;
  bool operator<(const FileKey& other) const {
    return std::tie(source, path) < std::tie(other.source, other.path);
  }
};

// "0:dir/a.txt": the value of XF terms and, cut with a hash when too long, the end of a metadata
// key.
[[nodiscard]] std::string to_string(const FileKey& key);

// Where the state of `key` is kept.
[[nodiscard]] std::string metadata_key(const FileKey& key);

// The value kept there. It holds the path too, because a long one is cut in the metadata key.
[[nodiscard]] std::string encode_state(const FileKey& key, const FileState& state);

struct StoredFile {
  FileKey key;
  FileState state;
};

// Nothing when the value is damaged or of an unknown version: the file is then read again.
[[nodiscard]] std::optional<StoredFile> decode_state(std::string_view value);

}  // namespace lede
