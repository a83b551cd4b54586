// Source folders: what the paths in an index are relative to, and which of them a path belongs to.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "indexer/update/file_state.h"

namespace lede {

// The numbered folders of one database. A file belongs to the deepest of them that holds it, so
// that a file reached in two ways is still one file.
class Sources {
 public:
  explicit Sources(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  // The number of the folder that holds `path` (absolute, normal); a new one is added for `folder`
  // if none does.
  std::size_t add(const std::string& folder);

  // Whether the absolute `path` lies in one of the folders.
  [[nodiscard]] bool holds(std::string_view path) const;

  // The key of an absolute path that lies in one of the folders.
  [[nodiscard]] FileKey key_of(const std::string& path) const;

  // The absolute path of a file.
  [[nodiscard]] std::string file_of(const FileKey& key) const;

  [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }

 private:
  [[nodiscard]] std::size_t deepest(std::string_view path) const;

  std::vector<std::string> folders_;
};

// What one PATH argument names: a folder, or one file.
struct Scope {
  std::string path;  // absolute, links resolved as far as it exists
  bool is_file = false;
  bool missing = false;  // not there now
};

[[nodiscard]] Result<Scope> scope_of(const std::string& argument);

// Whether the absolute `path` lies in `folder`, or is it.
[[nodiscard]] bool lies_in(std::string_view path, std::string_view folder);

// What is left of `path`, which lies in `folder`, without it.
[[nodiscard]] std::string path_below(std::string_view path, std::string_view folder);

}  // namespace lede
