// Stamps of databases: what stat() says about their version files.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/database_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

namespace lede::serve {
namespace {

constexpr const char* kVersionFile = "/iamglass";
constexpr std::int64_t kStubSeconds = 2;

void add_file(DatabaseStamp& stamp, const struct stat& file) {
  stamp.push_back(static_cast<std::uint64_t>(file.st_dev));
  stamp.push_back(static_cast<std::uint64_t>(file.st_ino));
  stamp.push_back(static_cast<std::uint64_t>(file.st_mtim.tv_sec));
  stamp.push_back(static_cast<std::uint64_t>(file.st_mtim.tv_nsec));
}

}  // namespace

DatabaseStamp read_stamp(std::span<const std::string> paths) {
  DatabaseStamp stamp;
  for (const std::string& path : paths) {
    struct stat file = {};
    if (stat((path + kVersionFile).c_str(), &file) == 0) {
      add_file(stamp, file);
    } else if (stat(path.c_str(), &file) == 0 && S_ISREG(file.st_mode)) {
      add_file(stamp, file);
      stamp.push_back(static_cast<std::uint64_t>(std::time(nullptr) / kStubSeconds));
    } else {
      stamp.push_back(0);
    }
  }
  return stamp;
}

std::string stamp_text(const DatabaseStamp& stamp) {
  std::string text;
  for (const std::uint64_t part : stamp) {
    text.append(".").append(std::to_string(part));
  }
  return text;
}

std::int64_t last_commit(std::span<const std::string> paths) {
  std::int64_t last = 0;
  for (const std::string& path : paths) {
    struct stat file = {};
    if (stat((path + kVersionFile).c_str(), &file) == 0) {
      last = std::max(last, static_cast<std::int64_t>(file.st_mtim.tv_sec));
    }
  }
  return last;
}

}  // namespace lede::serve
