// Pieces of whole lines, cut from the blocks of a file.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_source.h"

#include <algorithm>
#include <string>

#include "indexer/readers/load.h"

namespace lede {

Result<void> read_pieces(const std::filesystem::path& path, const PieceLimits& limits,
                         const PieceSink& sink) {
  std::string piece;
  std::size_t lines_before = 0;
  bool line_too_long = false;
  // Gives the whole lines gathered so far, and keeps the beginning of the next.
  const auto give = [&](std::size_t end) {
    const std::string_view lines(piece.data(), end);
    const bool more = sink(lines, lines_before);
    lines_before += static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
    piece.erase(0, end);
    return more;
  };
  bool stopped = false;
  auto read = stream_file(path, {limits.max_bytes}, [&](std::string_view block) {
    const std::size_t old_size = piece.size();
    piece.append(block);
    if (piece.size() < limits.piece_bytes) {
      return true;
    }
    const auto newline = block.rfind('\n');
    if (newline != std::string_view::npos) {
      stopped = !give(old_size + newline + 1);
    }
    line_too_long = piece.size() > limits.max_line_bytes;
    return !stopped && !line_too_long;
  });
  if (read && line_too_long) {
    return fail(ErrorCode::kTooLarge,
                path.string() + ": line " + std::to_string(lines_before + 1) + " is longer than " +
                    std::to_string(limits.max_line_bytes >> 20U) + " MiB",
                "raise the limit with --max-file-size");
  }
  // What was read before an error is whole lines too, but for the last.
  if (read && !stopped && !piece.empty()) {
    give(piece.size());
  }
  return read;
}

Result<FileHash> hash_file(const std::filesystem::path& path, const PieceLimits& limits) {
  FileHasher hasher;
  auto read = stream_file(path, {limits.max_bytes}, [&](std::string_view block) {
    hasher.add(block);
    return true;
  });
  if (!read) {
    return fail(std::move(read).error());
  }
  return hasher.hash();
}

}  // namespace lede
