// The bytes of a file, uncompressed when its name says it is compressed, and never without bound.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/load.h"

#include <archive.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include "indexer/readers/ascii.h"

namespace lede {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

using AddFilter = int (*)(archive*);

struct Compression {
  std::string_view suffix;
  AddFilter add_filter;
};

constexpr std::array<Compression, 4> kCompressions = {{
    {".gz", archive_read_support_filter_gzip},
    {".zst", archive_read_support_filter_zstd},
    {".xz", archive_read_support_filter_xz},
    {".bz2", archive_read_support_filter_bzip2},
}};

const Compression* compression_of(std::string_view name) {
  for (const Compression& compression : kCompressions) {
    const std::size_t length = compression.suffix.size();
    if (name.size() > length &&
        equals_ascii_case(name.substr(name.size() - length), compression.suffix)) {
      return &compression;
    }
  }
  return nullptr;
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) {
      ::close(value_);
    }
  }
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

struct ArchiveCloser {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveReader = std::unique_ptr<archive, ArchiveCloser>;

std::string reason(int error) { return std::generic_category().message(error); }

Failure system_failure(const std::filesystem::path& path, int error) {
  const ErrorCode code =
      error == ENOENT || error == ENOTDIR ? ErrorCode::kNotFound : ErrorCode::kIo;
  return fail(code, path.string() + ": " + reason(error));
}

Failure too_large(const std::filesystem::path& path, std::size_t limit) {
  return fail(ErrorCode::kTooLarge,
              path.string() + ": more than the limit of " + std::to_string(limit) +
                  " bytes when uncompressed",
              "raise the limit with --max-file-size MiB");
}

std::string_view kind_of(mode_t mode) {
  if (S_ISDIR(mode)) {
    return "a folder";
  }
  if (S_ISFIFO(mode)) {
    return "a pipe";
  }
  if (S_ISSOCK(mode)) {
    return "a socket";
  }
  return "a device";
}

struct OpenFile {
  Descriptor file;
  std::size_t size;
  const Compression* compression;  // or nullptr
};

Result<OpenFile> open_file(const std::filesystem::path& path) {
  // Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (file.get() < 0) {
    // A socket cannot be opened, and says "no such device".
    if (errno == ENXIO) {
      return fail(ErrorCode::kUnreadable, path.string() + ": a socket, not a regular file");
    }
    return system_failure(path, errno);
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) {
    return system_failure(path, errno);
  }
  if (!S_ISREG(status.st_mode)) {
    return fail(
        ErrorCode::kUnreadable,
        path.string() + ": " + std::string(kind_of(status.st_mode)) + ", not a regular file");
  }
  return OpenFile{std::move(file), static_cast<std::size_t>(status.st_size),
                  compression_of(path.filename().string())};
}

// As much as the file has: it may grow or shrink meanwhile.
Result<std::string> read_plain(int file, std::size_t expected, const std::filesystem::path& path,
                               const LoadOptions& options) {
  std::string bytes;
  std::size_t used = 0;
  while (true) {
    if (used > options.max_bytes) {
      return too_large(path, options.max_bytes);
    }
    if (used == bytes.size()) {
      bytes.resize(used == 0 ? std::min(expected, options.max_bytes) + 1
                             : used + std::max(used, kChunk));
    }
    const ssize_t got = ::read(file, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return system_failure(path, errno);
    }
    if (got == 0) {
      bytes.resize(used);
      return bytes;
    }
    used += static_cast<std::size_t>(got);
  }
}

Result<void> stream_plain(int file, const std::filesystem::path& path, const LoadOptions& options,
                          const BlockSink& sink) {
  std::string block(kChunk, '\0');
  std::size_t total = 0;
  while (true) {
    const ssize_t got = ::read(file, block.data(), block.size());
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return system_failure(path, errno);
    }
    total += static_cast<std::size_t>(got);
    if (total > options.max_bytes) {
      return too_large(path, options.max_bytes);
    }
    if (got == 0 || !sink({block.data(), static_cast<std::size_t>(got)})) {
      return {};
    }
  }
}

std::string archive_reason(archive* handle) {
  const char* text = archive_error_string(handle);
  return text != nullptr ? text : "unknown error";
}

Failure damaged(const std::filesystem::path& path, archive* handle) {
  return fail(ErrorCode::kUnreadable, path.string() + ": damaged or cut off compressed file (" +
                                          archive_reason(handle) + ")");
}

Result<void> read_entry(archive* handle, const std::filesystem::path& path,
                        const LoadOptions& options, const BlockSink& sink) {
  std::size_t total = 0;
  while (true) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(handle, &block, &size, &offset);
    if (status == ARCHIVE_EOF) {
      return {};
    }
    if (status == ARCHIVE_RETRY) {
      continue;
    }
    if (status != ARCHIVE_OK) {
      return damaged(path, handle);
    }
    if (size > options.max_bytes - total) {
      return too_large(path, options.max_bytes);
    }
    total += size;
    if (!sink({static_cast<const char*>(block), size})) {
      return {};
    }
  }
}

Result<void> read_compressed(const OpenFile& open, const std::filesystem::path& path,
                             const LoadOptions& options, const BlockSink& sink) {
  const ArchiveReader reader(archive_read_new());
  archive* handle = reader.get();
  if (handle == nullptr) {
    return fail(ErrorCode::kIo, path.string() + ": out of memory");
  }
  open.compression->add_filter(handle);
  archive_read_support_format_raw(handle);
  archive_read_support_format_empty(handle);
  if (archive_read_open_fd(handle, open.file.get(), kChunk) != ARCHIVE_OK) {
    return damaged(path, handle);
  }
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(handle, &entry);
  if (status == ARCHIVE_EOF) {
    return {};  // an empty file compressed
  }
  if (status != ARCHIVE_OK) {
    return damaged(path, handle);
  }
  if (archive_filter_code(handle, 0) == ARCHIVE_FILTER_NONE) {
    return fail(ErrorCode::kUnreadable, path.string() + ": not compressed as its name ending says");
  }
  return read_entry(handle, path, options, sink);
}

}  // namespace

std::string_view without_compression_suffix(std::string_view name) {
  const Compression* compression = compression_of(name);
  return compression == nullptr ? name : name.substr(0, name.size() - compression->suffix.size());
}

Result<LoadedFile> load_file(const std::filesystem::path& path, const LoadOptions& options) {
  const Result<OpenFile> open = open_file(path);
  if (!open) {
    return fail(open.error());
  }
  LoadedFile loaded;
  loaded.name = without_compression_suffix(path.filename().string());
  if (open->compression == nullptr) {
    Result<std::string> bytes = read_plain(open->file.get(), open->size, path, options);
    if (!bytes) {
      return fail(std::move(bytes).error());
    }
    loaded.bytes = std::move(*bytes);
    return loaded;
  }
  const auto read = read_compressed(*open, path, options, [&](std::string_view block) {
    loaded.bytes.append(block);
    return true;
  });
  return read ? Result<LoadedFile>(std::move(loaded)) : fail(read.error());
}

Result<void> stream_file(const std::filesystem::path& path, const LoadOptions& options,
                         const BlockSink& sink) {
  const Result<OpenFile> open = open_file(path);
  if (!open) {
    return fail(open.error());
  }
  return open->compression == nullptr ? stream_plain(open->file.get(), path, options, sink)
                                      : read_compressed(*open, path, options, sink);
}

}  // namespace lede
