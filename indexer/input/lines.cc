// Pieces of whole lines, cut from the blocks of a source.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/lines.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace lede {
namespace {

class PieceCutter {
 public:
  PieceCutter(const InputLimits& limits, const PieceSink& sink) : limits_(limits), sink_(sink) {}

  // False when no more is wanted.
  bool add(std::string_view block) {
    const std::size_t old_size = piece_.size();
    piece_ += block;
    if (piece_.size() < limits_.piece_bytes) {
      return true;
    }
    const auto newline = block.rfind('\n');
    return newline == std::string_view::npos || give(old_size + newline + 1);
  }

  void finish() {
    if (!piece_.empty()) {
      give(piece_.size());
    }
  }

  [[nodiscard]] bool line_too_long() const { return piece_.size() > limits_.max_file_bytes; }
  [[nodiscard]] std::size_t lines_before() const { return lines_before_; }

 private:
  // Gives the whole lines gathered so far, and keeps the beginning of the next.
  bool give(std::size_t end) {
    const std::string_view lines(piece_.data(), end);
    const bool more = sink_(lines, lines_before_);
    lines_before_ += static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
    piece_.erase(0, end);
    return more;
  }

  const InputLimits& limits_;
  const PieceSink& sink_;
  std::string piece_;
  std::size_t lines_before_ = 0;
};

}  // namespace

Result<void> read_pieces(ByteSource& source, const InputLimits& limits, const PieceSink& sink) {
  PieceCutter cutter(limits, sink);
  std::uint64_t total = 0;
  while (true) {
    const auto block = source.next();
    if (!block) {
      return fail(block.error());
    }
    if (block->empty()) {
      cutter.finish();
      return {};
    }
    total += block->size();
    if (total > limits.max_stream_bytes) {
      return fail(ErrorCode::kTooLarge, source.name() + ": more than the limit of " +
                                            std::to_string(limits.max_stream_bytes) + " bytes");
    }
    if (!cutter.add(*block)) {
      return {};
    }
    if (cutter.line_too_long()) {
      return fail(ErrorCode::kTooLarge,
                  source.name() + ": line " + std::to_string(cutter.lines_before() + 1) +
                      " is longer than " + std::to_string(limits.max_file_bytes >> 20U) + " MiB",
                  "raise the limit with --max-file-size");
    }
  }
}

}  // namespace lede
