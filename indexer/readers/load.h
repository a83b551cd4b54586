// The bytes of a file, uncompressed when they are compressed, and never without bound.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "common/result.h"

namespace lede {

struct LoadOptions {
  std::size_t max_bytes = std::size_t{256} << 20;  // of the file uncompressed
};

struct LoadedFile {
  std::string bytes;  // uncompressed
  std::string
      name;  // file name without folders and compression suffix: "a.jsonl" of "x/a.jsonl.gz"
};

// Reads the regular file at `path`, a symbolic link followed; gzip, Zstandard, xz and bzip2 are
// uncompressed. Errors are those of FileSource::open() and DecompressedSource, and kTooLarge (more
// than `max_bytes` uncompressed).
[[nodiscard]] Result<LoadedFile> load_file(const std::filesystem::path& path,
                                           const LoadOptions& options = {});

}  // namespace lede
