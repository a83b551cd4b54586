// Files compressed as a whole: gzip, Zstandard, xz and bzip2, told by their first bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/result.h"
#include "indexer/input/byte_source.h"
#include "indexer/input/libarchive.h"

namespace lede {

enum class Compression : std::uint8_t { kNone, kGzip, kZstd, kXz, kBzip2 };

// How a file is compressed that begins with `head`.
[[nodiscard]] Compression compression_of(std::string_view head);

// `name` without an ending such as ".gz", in any letter case.
[[nodiscard]] std::string_view without_compression_suffix(std::string_view name);

// What is in a compressed source. kUnreadable when it is damaged or cut off; kTooLarge when it
// holds more than its size can honestly hold.
class DecompressedSource final : public ByteSource {
 public:
  DecompressedSource(ByteSource& packed, Compression compression);

  [[nodiscard]] Result<std::string_view> next() override;

 private:
  [[nodiscard]] Result<bool> open();

  ArchiveHandle handle_;
  bool opened_ = false;
  bool ended_ = false;
  std::uint64_t unpacked_ = 0;
};

}  // namespace lede
