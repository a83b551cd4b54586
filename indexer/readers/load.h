// The bytes of a file, uncompressed when its name says it is compressed, and never without bound.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

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

// Reads the regular file at `path`, a symbolic link followed. Endings .gz, .zst, .xz and .bz2 are
// uncompressed. Errors name the path: kNotFound; kIo (the system refused); kUnreadable (a folder,
// pipe or device; damaged or cut off compression); kTooLarge (more than `max_bytes` uncompressed).
// A pipe or device is never waited for.
[[nodiscard]] Result<LoadedFile> load_file(const std::filesystem::path& path,
                                           const LoadOptions& options = {});

// Called with the next bytes. Returns false to stop early.
using BlockSink = std::function<bool(std::string_view block)>;

// The same bytes one block after another, so that a file may be larger than memory. The same
// errors, after which blocks may have been given already.
[[nodiscard]] Result<void> stream_file(const std::filesystem::path& path,
                                       const LoadOptions& options, const BlockSink& sink);

// `name` without a compression suffix of those above, in any letter case.
[[nodiscard]] std::string_view without_compression_suffix(std::string_view name);

}  // namespace lede
