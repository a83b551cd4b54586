// A new file that is written from its beginning to its end.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/output_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <utility>

namespace lede::glass {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} << 10U;

[[noreturn]] void fail_on(const std::string& path, const char* what) {
  const int reason = errno;
  throw Xapian::DatabaseError(std::string("cannot ") + what + " " + path, reason);
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  constexpr int kMode = 0666;
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode);
  if (descriptor_ < 0) {
    fail_on(path_, "make");
  }
  buffer_.reserve(kBufferBytes);
}

OutputFile::~OutputFile() { ::close(descriptor_); }

void OutputFile::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    flush();
  }
  if (bytes.size() >= kBufferBytes) {
    write_out(bytes);
  } else {
    buffer_ += bytes;
  }
}

void OutputFile::flush() {
  write_out(buffer_);
  buffer_.clear();
}

void OutputFile::sync() {
  flush();
  if (::fsync(descriptor_) != 0) {
    fail_on(path_, "sync");
  }
}

void OutputFile::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      fail_on(path_, "write");
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
    written_ += static_cast<std::uint64_t>(count);
  }
}

}  // namespace lede::glass
