// The bytes of a file, uncompressed when they are compressed, and never without bound.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/load.h"

#include <utility>

#include "indexer/input/decompress.h"
#include "indexer/input/file.h"

namespace lede {

Result<LoadedFile> load_file(const std::filesystem::path& path, const LoadOptions& options) {
  const auto file = FileSource::open(path);
  if (!file) {
    return fail(file.error());
  }
  HeadSource stored(**file);
  const auto head = stored.head();
  if (!head) {
    return fail(head.error());
  }
  const Compression compression = compression_of(*head);
  DecompressedSource unpacked(stored, compression);
  ByteSource& source =
      compression == Compression::kNone ? static_cast<ByteSource&>(stored) : unpacked;
  auto bytes = read_all(source, options.max_bytes);
  if (!bytes) {
    return fail(std::move(bytes).error());
  }
  return LoadedFile{std::move(*bytes),
                    std::string(without_compression_suffix(path.filename().string()))};
}

}  // namespace lede
