// Putting a new database in the place of an old one, in one step.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/folder_exchange.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "indexer/glass/sync.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

bool exchange(const std::string& one, const std::string& other) {
  return renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

// A new folder is told from the old one by its permissions too.
void keep_permissions(const std::string& from, const std::string& to) {
  struct stat status {};
  if (stat(from.c_str(), &status) == 0) {
    std::error_code ignored;
    fs::permissions(to, static_cast<fs::perms>(status.st_mode & 07777U), ignored);
  }
}

}  // namespace

Discard::~Discard() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

Result<void> exchange_folders(const std::string& live, const std::string& built) {
  keep_permissions(live, built);
  if (!exchange(live, built)) {
    return fail(
        ErrorCode::kIo,
        live + ": cannot exchange it with " + built + ": " + std::generic_category().message(errno),
        "this file system cannot do it in one step; put the database on another one");
  }
  glass::sync_folder(fs::path(live).parent_path().string());
  return {};
}

std::string building_folder(const std::string& live) { return live + ".building"; }

Result<void> try_exchange_beside(const std::string& live) {
  const std::string folder = building_folder(live);
  const Discard discard(folder);
  const std::string one = folder + "/a";
  const std::string other = folder + "/b";
  std::error_code error;
  for (const std::string& made : {folder, one, other}) {
    if (!fs::create_directory(made, error)) {
      return fail(ErrorCode::kIo, "cannot make the folder " + made + ": " + error.message());
    }
  }
  if (!exchange(one, other)) {
    const std::string reason = std::generic_category().message(errno);
    return fail(ErrorCode::kIo, "the file system of " + fs::path(live).parent_path().string() +
                                    " cannot exchange two folders in one step: " + reason);
  }
  return {};
}

}  // namespace lede
