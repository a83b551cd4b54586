// Streams a file through libarchive, which knows the compressions and reads plain files too.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_source.h"

#include <archive.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string>
#include <system_error>

#include "indexer/readers/load.h"

namespace lede {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10U;

struct ArchiveFree {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, ArchiveFree>;

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : value_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {}
  ~Descriptor() {
    if (value_ >= 0) {
      ::close(value_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

using BlockSink = std::function<bool(std::string_view)>;

class Stream {
 public:
  explicit Stream(const std::filesystem::path& path) : path_(path), file_(path) {}

  Result<void> read(std::size_t max_bytes, const BlockSink& sink) {
    if (file_.get() < 0) {
      const int error = errno;
      return fail(ErrorCode::kIo, path_.string() + ": " + std::generic_category().message(error));
    }
    const int opened = open_archive();
    if (opened == ARCHIVE_EOF) {
      return {};
    }
    if (opened != ARCHIVE_OK) {
      return unreadable();
    }
    return read_blocks(max_bytes, sink);
  }

 private:
  int open_archive() {
    archive* handle = handle_.get();
    if (handle == nullptr) {
      return ARCHIVE_FATAL;
    }
    const std::string name = path_.filename().string();
    if (without_compression_suffix(name).size() < name.size()) {
      archive_read_support_filter_gzip(handle);
      archive_read_support_filter_zstd(handle);
      archive_read_support_filter_xz(handle);
      archive_read_support_filter_bzip2(handle);
    }
    archive_read_support_format_raw(handle);
    const int opened = archive_read_open_fd(handle, file_.get(), kBlock);
    archive_entry* entry = nullptr;
    return opened == ARCHIVE_OK ? archive_read_next_header(handle, &entry) : opened;
  }

  Result<void> read_blocks(std::size_t max_bytes, const BlockSink& sink) {
    std::size_t total = 0;
    while (true) {
      const void* block = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(handle_.get(), &block, &size, &offset);
      if (status == ARCHIVE_EOF) {
        return {};
      }
      if (status == ARCHIVE_RETRY) {
        continue;
      }
      if (status != ARCHIVE_OK) {
        return unreadable();
      }
      total += size;
      if (total > max_bytes) {
        return fail(ErrorCode::kTooLarge,
                    path_.string() + ": more than " + std::to_string(max_bytes >> 20U) +
                        " MiB when uncompressed",
                    "raise the limit with --max-file-size");
      }
      if (!sink({static_cast<const char*>(block), size})) {
        return {};
      }
    }
  }

  Failure unreadable() {
    const char* reason = handle_ ? archive_error_string(handle_.get()) : nullptr;
    return fail(ErrorCode::kUnreadable,
                path_.string() + ": " + (reason != nullptr ? reason : "cannot be read"));
  }

  std::filesystem::path path_;
  Descriptor file_;
  ArchiveHandle handle_{archive_read_new()};
};

}  // namespace

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
  auto read = Stream(path).read(limits.max_bytes, [&](std::string_view block) {
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
  auto read = Stream(path).read(limits.max_bytes, [&](std::string_view block) {
    hasher.add(block);
    return true;
  });
  if (!read) {
    return fail(std::move(read).error());
  }
  return hasher.hash();
}

}  // namespace lede
