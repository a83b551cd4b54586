// Makes a database as small as it can be, without ever being without one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/upkeep/compact.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <xapian.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "common/schema.h"
#include "common/xapian_guard.h"
#include "indexer/update/database_folder.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

// Removes the folder it names when it goes: the half-made copy, or the old database.
class Discard {
 public:
  explicit Discard(std::string folder) : folder_(std::move(folder)) {}
  ~Discard() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Discard(const Discard&) = delete;
  Discard& operator=(const Discard&) = delete;

 private:
  std::string folder_;
};

Result<void> exchange(const std::string& one, const std::string& other) {
  if (renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) {
    return {};
  }
  return fail(
      ErrorCode::kIo,
      one + ": cannot exchange it with the compact copy: " + std::generic_category().message(errno),
      "this file system cannot do it in one step; copy with xapian-compact instead");
}

// A copy is told from the old one by its permissions too.
void keep_permissions(const std::string& from, const std::string& to) {
  struct stat status {};
  if (stat(from.c_str(), &status) == 0) {
    std::error_code ignored;
    fs::permissions(to, static_cast<fs::perms>(status.st_mode & 07777U), ignored);
  }
}

Result<CompactReport> compact_locked(const std::string& folder, Xapian::WritableDatabase& locked) {
  CompactReport report;
  report.bytes_before = folder_bytes(folder);
  const std::string copy = folder + ".compact";
  std::error_code error;
  fs::remove_all(copy, error);  // of a run that was killed
  if (error) {
    return fail(ErrorCode::kIo, copy + ": " + error.message());
  }
  const Discard discard(copy);
  locked.compact(copy);
  keep_permissions(folder, copy);
  sync_files(copy);
  if (auto exchanged = exchange(folder, copy); !exchanged) {
    return fail(std::move(exchanged).error());
  }
  sync_folder(fs::path(folder).parent_path().string());
  report.bytes_after = folder_bytes(folder);
  return report;
}

}  // namespace

Result<CompactReport> compact_database(const std::string& path) {
  std::error_code error;
  const std::string folder = fs::canonical(path, error).string();
  if (error) {
    return fail(ErrorCode::kDatabaseMissing, path + ": there is no database here",
                "build one with: lede-indexer update FOLDER --db " + path);
  }
  return xapian_guard(path, [&]() -> Result<CompactReport> {
    Xapian::WritableDatabase locked(folder, Xapian::DB_OPEN);
    if (auto ours = check_schema(locked, path); !ours) {
      return fail(std::move(ours).error());
    }
    return compact_locked(folder, locked);
  });
}

}  // namespace lede
