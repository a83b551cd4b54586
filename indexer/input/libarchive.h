// libarchive reading from a ByteSource: what compressed files and archives share.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <optional>
#include <string>

#include "common/result.h"
#include "indexer/input/byte_source.h"

namespace lede {

class ArchiveHandle {
 public:
  explicit ArchiveHandle(ByteSource& source);
  ~ArchiveHandle();
  ArchiveHandle(const ArchiveHandle&) = delete;
  ArchiveHandle& operator=(const ArchiveHandle&) = delete;

  [[nodiscard]] archive* get() const { return handle_; }

  // To be called when the formats and filters are chosen; ARCHIVE_OK or an error of libarchive's.
  [[nodiscard]] int open();

  // Bytes of the source used so far, those used twice counted twice.
  [[nodiscard]] std::uint64_t used() const { return used_; }

  // "NAME: WHAT (libarchive's words)"; the source's own error where that was the cause.
  [[nodiscard]] Failure damaged(const std::string& what) const;

 private:
  static la_ssize_t read_block(archive* handle, void* self, const void** buffer);
  static la_int64_t seek_to(archive* handle, void* self, la_int64_t offset, int whence);
  static la_int64_t skip_over(archive* handle, void* self, la_int64_t count);

  ByteSource& source_;
  archive* handle_;
  std::uint64_t used_ = 0;
  std::uint64_t position_ = 0;
  std::optional<Error> error_;
};

}  // namespace lede
