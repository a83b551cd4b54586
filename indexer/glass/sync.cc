// Making files and their names durable.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/sync.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>

namespace lede::glass {
namespace {

void sync_path(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) {
    throw Xapian::DatabaseError("cannot open " + path + " to sync it", errno);
  }
  const int result = ::fsync(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (result != 0) {
    throw Xapian::DatabaseError("cannot sync " + path, error);
  }
}

}  // namespace

void sync_file(const std::string& path) { sync_path(path, O_RDONLY); }

void sync_folder(const std::string& path) { sync_path(path, O_RDONLY | O_DIRECTORY); }

}  // namespace lede::glass
