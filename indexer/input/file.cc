// A regular file as a source of bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace lede {
namespace {

constexpr std::uint64_t kBlock = std::uint64_t{256} << 10;
constexpr std::int64_t kNanoseconds = 1'000'000'000;

Failure system_failure(const std::string& name, int error) {
  const ErrorCode code =
      error == ENOENT || error == ENOTDIR ? ErrorCode::kNotFound : ErrorCode::kIo;
  return fail(code, name + ": " + std::generic_category().message(error));
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

Failure no_file(const std::string& name, std::string_view kind) {
  return fail(ErrorCode::kUnreadable, name + ": " + std::string(kind) + ", not a regular file");
}

}  // namespace

FileSource::FileSource(std::string name, int descriptor)
    : ByteSource(std::move(name)), descriptor_(descriptor) {}

FileSource::~FileSource() { ::close(descriptor_); }

Result<std::unique_ptr<FileSource>> FileSource::open(const std::filesystem::path& path) {
  // Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) {
    // A socket cannot be opened, and says "no such device".
    return errno == ENXIO ? no_file(path.string(), kind_of(S_IFSOCK))
                          : system_failure(path.string(), errno);
  }
  std::unique_ptr<FileSource> file(new FileSource(path.string(), descriptor));
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) {
    return system_failure(path.string(), errno);
  }
  if (!S_ISREG(status.st_mode)) {
    return no_file(path.string(), kind_of(status.st_mode));
  }
  file->size_ = static_cast<std::uint64_t>(status.st_size);
  file->mtime_ = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
  return file;
}

Result<std::string_view> FileSource::next() {
  if (block_.empty()) {
    block_.resize(static_cast<std::size_t>(std::min(size_ + 1, kBlock)));
  }
  while (true) {
    const ssize_t got = ::read(descriptor_, block_.data(), block_.size());
    if (got >= 0) {
      return std::string_view(block_.data(), static_cast<std::size_t>(got));
    }
    if (errno != EINTR) {
      return system_failure(name(), errno);
    }
  }
}

bool FileSource::seek(std::uint64_t offset) {
  return ::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0;
}

}  // namespace lede
