// The bytes of a file for its reader: whole, or piece by piece where the format has a record a
// line, so that a file may be larger than memory.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string_view>

#include "common/result.h"
#include "indexer/update/file_state.h"

namespace lede {

// Called with whole lines and the number of lines before them. Returns false to stop early.
using PieceSink = std::function<bool(std::string_view lines, std::size_t lines_before)>;

// Reads the file at `path`, uncompressed by its suffix, about `piece_bytes` at a time. Errors as
// load_file; kTooLarge when more than `max_bytes` or one line alone is over `max_line_bytes`.
struct PieceLimits {
  std::size_t piece_bytes = std::size_t{4} << 20;
  std::size_t max_line_bytes = std::size_t{64} << 20;
  std::size_t max_bytes = std::size_t{1} << 40;
};
[[nodiscard]] Result<void> read_pieces(const std::filesystem::path& path, const PieceLimits& limits,
                                       const PieceSink& sink);

// The hash of all that read_pieces would give; equal to hash_bytes of the whole.
[[nodiscard]] Result<FileHash> hash_file(const std::filesystem::path& path,
                                         const PieceLimits& limits);

}  // namespace lede
