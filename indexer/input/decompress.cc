// Files compressed as a whole: gzip, Zstandard, xz and bzip2, told by their first bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/decompress.h"

#include <array>
#include <string>

#include "indexer/input/limits.h"
#include "indexer/readers/ascii.h"

namespace lede {
namespace {

using namespace std::string_view_literals;

using AddFilter = int (*)(archive*);

struct Format {
  Compression compression;
  std::string_view suffix;
  std::string_view signature;
  AddFilter add_filter;
};

constexpr std::array<Format, 4> kFormats = {{
    {Compression::kGzip, ".gz", "\x1f\x8b\x08"sv, archive_read_support_filter_gzip},
    {Compression::kZstd, ".zst", "\x28\xb5\x2f\xfd"sv, archive_read_support_filter_zstd},
    {Compression::kXz, ".xz", "\xfd\x37zXZ\0"sv, archive_read_support_filter_xz},
    {Compression::kBzip2, ".bz2", "BZh"sv, archive_read_support_filter_bzip2},
}};

constexpr std::size_t kBzip2BlockAt = 4;
constexpr std::string_view kBzip2Block = "1AY&SY"sv;

}  // namespace

Compression compression_of(std::string_view head) {
  for (const Format& format : kFormats) {
    if (!head.starts_with(format.signature)) {
      continue;
    }
    // "BZh" alone could begin a text.
    if (format.compression != Compression::kBzip2 ||
        head.substr(std::min(kBzip2BlockAt, head.size())).starts_with(kBzip2Block)) {
      return format.compression;
    }
  }
  return Compression::kNone;
}

std::string_view without_compression_suffix(std::string_view name) {
  for (const Format& format : kFormats) {
    const std::size_t length = format.suffix.size();
    if (name.size() > length &&
        equals_ascii_case(name.substr(name.size() - length), format.suffix)) {
      return name.substr(0, name.size() - length);
    }
  }
  return name;
}

DecompressedSource::DecompressedSource(ByteSource& packed, Compression compression)
    : ByteSource(packed.name()), handle_(packed) {
  for (const Format& format : kFormats) {
    if (format.compression == compression) {
      format.add_filter(handle_.get());
    }
  }
  archive_read_support_format_raw(handle_.get());
  archive_read_support_format_empty(handle_.get());
}

// Whether there is anything in it.
Result<bool> DecompressedSource::open() {
  archive_entry* entry = nullptr;
  const int opened = handle_.open();
  const int status =
      opened == ARCHIVE_OK ? archive_read_next_header(handle_.get(), &entry) : opened;
  if (status == ARCHIVE_EOF) {
    return false;  // an empty file compressed
  }
  // Without the filter, what comes would be the packed bytes themselves.
  if (status != ARCHIVE_OK || archive_filter_code(handle_.get(), 0) == ARCHIVE_FILTER_NONE) {
    return handle_.damaged("damaged or cut off compressed file");
  }
  return true;
}

Result<std::string_view> DecompressedSource::next() {
  if (!opened_) {
    opened_ = true;
    const auto anything = open();
    if (!anything) {
      return fail(anything.error());
    }
    ended_ = !*anything;
  }
  while (!ended_) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(handle_.get(), &block, &size, &offset);
    if (status == ARCHIVE_EOF) {
      ended_ = true;
    } else if (status != ARCHIVE_OK && status != ARCHIVE_RETRY) {
      return handle_.damaged("damaged or cut off compressed file");
    } else if (size > 0) {
      unpacked_ += size;
      if (is_bomb(handle_.used(), unpacked_)) {
        return fail(ErrorCode::kTooLarge, name() + ": refused: it unpacks to more than " +
                                              std::to_string(kMaxRatio) + " times its size");
      }
      return std::string_view(static_cast<const char*>(block), size);
    }
  }
  return std::string_view();
}

}  // namespace lede
