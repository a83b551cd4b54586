// A source read line by line, or by counted bytes: for formats that are records of lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/input/byte_source.h"

namespace lede {

class LineReader {
 public:
  explicit LineReader(ByteSource& source) : source_(source) {}

  // The next line with its line end, which lives until the next call; nothing at the end of the
  // source. kTooLarge when it is longer than `max_bytes`.
  [[nodiscard]] Result<std::optional<std::string_view>> line(std::size_t max_bytes);

  // Adds the next `count` bytes to `into`, fewer at the end of the source.
  [[nodiscard]] Result<void> take(std::uint64_t count, std::string& into);

  // Passes over the next `count` bytes; how many there were.
  [[nodiscard]] Result<std::uint64_t> skip(std::uint64_t count);

 private:
  // Whether there is anything left.
  [[nodiscard]] Result<bool> fill();

  ByteSource& source_;
  std::string_view block_;
  std::string line_;  // where a line does not lie in one block
};

}  // namespace lede
