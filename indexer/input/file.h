// A regular file as a source of bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "common/result.h"
#include "indexer/input/byte_source.h"

namespace lede {

class FileSource final : public ByteSource {
 public:
  // Opens the file at `path`, a symbolic link followed. Errors name the path: kNotFound; kIo (the
  // system refused); kUnreadable (a folder, pipe or device, which is never waited for).
  [[nodiscard]] static Result<std::unique_ptr<FileSource>> open(const std::filesystem::path& path);

  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  [[nodiscard]] Result<std::string_view> next() override;
  // As it was when the file was opened: it may grow or shrink meanwhile.
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }
  [[nodiscard]] bool seek(std::uint64_t offset) override;

  [[nodiscard]] std::int64_t mtime() const { return mtime_; }  // nanoseconds since 1970

 private:
  FileSource(std::string name, int descriptor);

  int descriptor_;
  std::uint64_t size_ = 0;
  std::int64_t mtime_ = 0;
  std::string block_;
};

}  // namespace lede
