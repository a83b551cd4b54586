// The folder a database lives in: whether it may become one, and making its names durable.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/database_folder.h"

#include <filesystem>
#include <system_error>

#include "common/xapian_guard.h"
#include "indexer/glass/sync.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

// What Xapian's glass backend calls its files.
bool is_xapian_file(const std::string& name) {
  return name == "flintlock" || name == "iamglass" || name == "v.tmp" || name.ends_with(".glass");
}

Failure foreign(const std::string& path, const std::string& why) {
  return fail(ErrorCode::kDatabaseForeign, path + ": " + why,
              "name a new or empty folder with --db");
}

std::string parent_of(const std::string& path) {
  auto absolute = fs::absolute(path).lexically_normal();
  if (!absolute.has_filename()) {
    absolute = absolute.parent_path();
  }
  return absolute.parent_path().string();
}

}  // namespace

Result<FolderHolds> folder_holds(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return FolderHolds::kNothing;
  }
  if (fs::is_regular_file(status)) {
    return foreign(path, "this is a file; a database to write is a folder");
  }
  fs::directory_iterator entries(path, error);
  if (error) {
    return fail(ErrorCode::kIo, path + ": " + error.message());
  }
  bool version_file = false;
  bool others = false;
  for (const auto& entry : entries) {
    const std::string name = entry.path().filename().string();
    version_file = version_file || name == "iamglass" || name == "iamchert" || name == "iamhoney";
    others = others || !is_xapian_file(name);
  }
  if (!version_file && others) {
    return foreign(path, "this folder holds other files and no database");
  }
  return version_file ? FolderHolds::kDatabase : FolderHolds::kNothing;
}

Result<void> prepare_folder(const std::string& path) {
  const auto held = folder_holds(path);
  if (!held) {
    return fail(held.error());
  }
  std::error_code error;
  const bool made = fs::create_directories(path, error);
  if (error) {
    return fail(ErrorCode::kIo, path + ": cannot make this folder: " + error.message());
  }
  if (!made) {
    return {};
  }
  return xapian_guard(path, [&] { glass::sync_folder(parent_of(path)); });
}

void sync_folder(const std::string& folder) { glass::sync_folder(folder); }

void sync_files(const std::string& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    glass::sync_file(entry.path().string());
  }
  sync_folder(folder);
}

std::uint64_t folder_bytes(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    std::error_code ignored;
    const auto size = entry->file_size(ignored);
    bytes += ignored ? 0 : size;
  }
  return bytes;
}

}  // namespace lede
