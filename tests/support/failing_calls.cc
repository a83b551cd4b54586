// Stands in front of the system calls that change files: linked into a program, it makes one of
// them fail. LEDE_FAIL_CALL says which, counted from 1; LEDE_FAIL_REASON is the errno it gives, or
// 0 for a write that succeeds with other bytes, as of a disk that lies; into LEDE_CALLS_FILE goes
// in the end how many there were.
// Definitions in a program come before those in any library, a sanitizer's too.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

long number_in(const char* name, long otherwise) {
  const char* text = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return text != nullptr ? std::strtol(text, nullptr, 10) : otherwise;
}

enum class Fate { kSucceeds, kFails, kLies };

class Calls {
 public:
  // Of the next call; errno is set when it fails.
  Fate fate() {
    if (++count_ != fail_at_) {
      return Fate::kSucceeds;
    }
    if (reason_ == 0) {
      return Fate::kLies;
    }
    errno = reason_;
    return Fate::kFails;
  }

  bool fails() { return fate() == Fate::kFails; }

  void tell() const {
    const char* file = std::getenv("LEDE_CALLS_FILE");  // NOLINT(concurrency-mt-unsafe)
    if (file == nullptr) {
      return;
    }
    const std::string text = std::to_string(count_);
    const auto descriptor =
        static_cast<int>(syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC, 0600));
    if (syscall(SYS_write, descriptor, text.data(), text.size()) < 0) {
      std::abort();
    }
    syscall(SYS_close, descriptor);
  }

 private:
  std::atomic<long> count_{0};
  const long fail_at_ = number_in("LEDE_FAIL_CALL", 0);
  const int reason_ = static_cast<int>(number_in("LEDE_FAIL_REASON", EIO));
};

// Made at the first call, which may come before main(); never unmade.
Calls& calls() {
  static auto* const kCalls = new Calls;
  return *kCalls;
}

struct AtEnd {
  AtEnd() = default;
  AtEnd(const AtEnd&) = delete;
  AtEnd& operator=(const AtEnd&) = delete;
  ~AtEnd() { calls().tell(); }
} at_end;

// Pipes and terminals do not count.
Fate fate_on(int descriptor) {
  const int error = errno;
  struct stat status {};
  const bool is_file = descriptor > STDERR_FILENO &&
                       syscall(SYS_newfstatat, descriptor, "", &status, AT_EMPTY_PATH) == 0 &&
                       (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  errno = error;
  return is_file ? calls().fate() : Fate::kSucceeds;
}

bool fails_on(int descriptor) { return fate_on(descriptor) == Fate::kFails; }

// Calls `write_bytes` with what is to be written.
template <typename Write>
ssize_t write_or_fail(int descriptor, const void* bytes, size_t count, Write write_bytes) {
  switch (fate_on(descriptor)) {
    case Fate::kSucceeds:
      break;
    case Fate::kFails:
      return -1;
    case Fate::kLies: {
      std::string other(static_cast<const char*>(bytes), count);
      if (count > 0) {
        char& byte = other[count - 1 - count / 8];
        byte = static_cast<char>(~byte);
      }
      return write_bytes(static_cast<const void*>(other.data()));
    }
  }
  return write_bytes(bytes);
}

bool opens_to_change(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0; }

int open_or_fail(int folder, const char* path, int flags, mode_t mode) {
  if (opens_to_change(flags) && calls().fails()) {
    return -1;
  }
  return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
}

}  // namespace

// Xapian's calls come here too, so they must be seen from outside the program.
#pragma GCC visibility push(default)
extern "C" {

// NOLINTBEGIN(readability-identifier-naming,cert-dcl50-cpp)
int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = static_cast<mode_t>((flags & O_CREAT) != 0 ? va_arg(more, unsigned) : 0U);
  va_end(more);
  return open_or_fail(AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = static_cast<mode_t>((flags & O_CREAT) != 0 ? va_arg(more, unsigned) : 0U);
  va_end(more);
  return open_or_fail(AT_FDCWD, path, flags, mode);
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
  return write_or_fail(descriptor, bytes, count, [&](const void* written) {
    return syscall(SYS_write, descriptor, written, count);
  });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t at) {
  return write_or_fail(descriptor, bytes, count, [&](const void* written) {
    return syscall(SYS_pwrite64, descriptor, written, count, at);
  });
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t at) {
  return write_or_fail(descriptor, bytes, count, [&](const void* written) {
    return syscall(SYS_pwrite64, descriptor, written, count, at);
  });
}

int fsync(int descriptor) {
  return fails_on(descriptor) ? -1 : static_cast<int>(syscall(SYS_fsync, descriptor));
}

int fdatasync(int descriptor) {
  return fails_on(descriptor) ? -1 : static_cast<int>(syscall(SYS_fdatasync, descriptor));
}

int ftruncate(int descriptor, off_t size) noexcept {
  return fails_on(descriptor) ? -1 : static_cast<int>(syscall(SYS_ftruncate, descriptor, size));
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  return fails_on(descriptor) ? -1 : static_cast<int>(syscall(SYS_ftruncate, descriptor, size));
}

ssize_t sendfile(int to, int from, off_t* offset, size_t count) noexcept {
  return fails_on(to) ? -1 : syscall(SYS_sendfile, to, from, offset, count);
}

int rename(const char* from, const char* to) noexcept {
  return calls().fails() ? -1 : static_cast<int>(syscall(SYS_rename, from, to));
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  return calls().fails()
             ? -1
             : static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int mkdir(const char* path, mode_t mode) noexcept {
  return calls().fails() ? -1 : static_cast<int>(syscall(SYS_mkdir, path, mode));
}
// NOLINTEND(readability-identifier-naming,cert-dcl50-cpp)

}  // extern "C"
#pragma GCC visibility pop
