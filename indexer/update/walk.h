// Finds the files of a folder, in an order that does not depend on the file system.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"

namespace lede {

struct WalkOptions {
  // Shell patterns. One with a slash is matched against the path below the folder, one without
  // against the name. A file must match one of `include`, if there are any, and none of `exclude`;
  // a folder that matches `exclude` is not entered.
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<std::filesystem::path> never;  // canonical paths of folders not to enter
};

struct FoundFile {
  std::string path;  // below the folder, with slashes
  std::uint64_t size = 0;
  std::int64_t mtime = 0;  // nanoseconds since 1970
};

struct WalkFailure {
  std::string path;     // below the folder
  bool folder = false;  // what lies below it is unknown, not gone
  Error error;
};

struct Walk {
  std::vector<FoundFile> files;  // sorted by path
  std::vector<WalkFailure> failures;
};

// All regular files below `folder`. Hidden files and folders are left out.
// Links are followed, but no folder is entered twice: a folder is known by its real place, or by
// the first link to it where that lies outside.
[[nodiscard]] Walk walk_folder(const std::filesystem::path& folder, const WalkOptions& options);

// Whether the patterns of `options` leave `path` in.
[[nodiscard]] bool passes(const std::string& path, const WalkOptions& options);

// Size and time of one file, or the reason why it cannot be told.
[[nodiscard]] Result<FoundFile> look_at(const std::filesystem::path& file, std::string path);

}  // namespace lede
