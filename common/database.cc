// Opening databases to read.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/database.h"

#include <filesystem>

#include "common/schema.h"
#include "common/xapian_guard.h"

namespace lede {
namespace {

Result<Xapian::Database> open_one(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return fail(ErrorCode::kDatabaseMissing, path + ": there is no database here",
                "build one with: lede-indexer update FOLDER --db " + path);
  }
  return xapian_guard(path, [&]() -> Result<Xapian::Database> {
    Xapian::Database database(path);
    if (auto ours = check_schema(database, path); !ours) {
      return fail(std::move(ours).error());
    }
    return database;
  });
}

}  // namespace

Result<Xapian::Database> open_databases(std::span<const std::string> paths) {
  Xapian::Database all;
  for (const auto& path : paths) {
    auto one = open_one(path);
    if (!one) {
      return fail(std::move(one).error());
    }
    all.add_database(*one);
  }
  return all;
}

std::string revision_of(const Xapian::Database& database) {
  // get_revision() is for one local database only; the UUID list names them all.
  try {
    return database.get_uuid() + "-" + std::to_string(database.get_revision());
  } catch (const Xapian::InvalidOperationError&) {
    return database.get_uuid() + "-" + std::to_string(database.get_lastdocid()) + "-" +
           std::to_string(database.get_doccount());
  }
}

}  // namespace lede
