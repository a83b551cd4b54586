// Makes a database as small as it can be, without ever being without one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/upkeep/compact.h"

#include <xapian.h>

#include <filesystem>
#include <system_error>

#include "common/schema.h"
#include "common/xapian_guard.h"
#include "indexer/update/database_folder.h"
#include "indexer/update/folder_exchange.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

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
  sync_files(copy);
  if (auto exchanged = exchange_folders(folder, copy); !exchanged) {
    return fail(std::move(exchanged).error());
  }
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
