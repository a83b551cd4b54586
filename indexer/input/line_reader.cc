// A source read line by line, or by counted bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/line_reader.h"

#include <algorithm>

namespace lede {

Result<bool> LineReader::fill() {
  if (block_.empty()) {
    const auto block = source_.next();
    if (!block) {
      return fail(block.error());
    }
    block_ = *block;
  }
  return !block_.empty();
}

Result<std::optional<std::string_view>> LineReader::line(std::size_t max_bytes) {
  line_.clear();
  while (true) {
    const auto more = fill();
    if (!more) {
      return fail(more.error());
    }
    if (!*more) {
      return line_.empty() ? std::nullopt : std::optional<std::string_view>(line_);
    }
    const std::size_t newline = block_.find('\n');
    const std::size_t length = newline == std::string_view::npos ? block_.size() : newline + 1;
    if (length > max_bytes - line_.size()) {
      return fail(ErrorCode::kTooLarge,
                  source_.name() + ": a line of more than " + std::to_string(max_bytes) + " bytes");
    }
    const std::string_view part = block_.substr(0, length);
    block_.remove_prefix(length);
    if (newline != std::string_view::npos && line_.empty()) {
      return std::optional<std::string_view>(part);
    }
    line_ += part;
    if (newline != std::string_view::npos) {
      return std::optional<std::string_view>(line_);
    }
  }
}

Result<void> LineReader::take(std::uint64_t count, std::string& into) {
  while (count > 0) {
    const auto more = fill();
    if (!more) {
      return fail(more.error());
    }
    if (!*more) {
      break;
    }
    const std::size_t length =
        static_cast<std::size_t>(std::min<std::uint64_t>(count, block_.size()));
    into += block_.substr(0, length);
    block_.remove_prefix(length);
    count -= length;
  }
  return {};
}

Result<std::uint64_t> LineReader::skip(std::uint64_t count) {
  std::uint64_t skipped = 0;
  while (skipped < count) {
    const auto more = fill();
    if (!more) {
      return fail(more.error());
    }
    if (!*more) {
      break;
    }
    const std::size_t length =
        static_cast<std::size_t>(std::min<std::uint64_t>(count - skipped, block_.size()));
    block_.remove_prefix(length);
    skipped += length;
  }
  return skipped;
}

}  // namespace lede
