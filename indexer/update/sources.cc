// Source folders: what the paths in an index are relative to, and which of them a path belongs to.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/sources.h"

#include <algorithm>
#include <system_error>

namespace lede {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

}  // namespace

std::string path_below(std::string_view path, std::string_view folder) {
  path.remove_prefix(std::min(folder.size(), path.size()));
  while (path.starts_with('/')) {
    path.remove_prefix(1);
  }
  return std::string(path);
}

bool lies_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

std::size_t Sources::deepest(std::string_view path) const {
  std::size_t best = kNone;
  for (std::size_t i = 0; i < folders_.size(); ++i) {
    if (lies_in(path, folders_[i]) &&
        (best == kNone || folders_[i].size() > folders_[best].size())) {
      best = i;
    }
  }
  return best;
}

std::size_t Sources::add(const std::string& folder) {
  const std::size_t known = deepest(folder);
  if (known != kNone) {
    return known;
  }
  folders_.push_back(folder);
  return folders_.size() - 1;
}

bool Sources::holds(std::string_view path) const { return deepest(path) != kNone; }

FileKey Sources::key_of(const std::string& path) const {
  const std::size_t source = deepest(path);
  return {static_cast<unsigned>(source), path_below(path, folders_[source])};
}

std::string Sources::file_of(const FileKey& key) const {
  if (key.source >= folders_.size()) {
    return key.path;
  }
  return (fs::path(folders_[key.source]) / key.path).string();
}

Result<Scope> scope_of(const std::string& argument) {
  std::error_code error;
  Scope scope;
  auto path = fs::weakly_canonical(fs::absolute(argument), error);
  if (error) {
    return fail(ErrorCode::kIo, argument + ": " + error.message());
  }
  if (!path.has_filename() && path.has_relative_path()) {
    path = path.parent_path();
  }
  scope.path = path.string();
  const auto status = fs::status(path, error);
  scope.missing = status.type() == fs::file_type::not_found;
  if (!scope.missing && error) {
    return fail(ErrorCode::kIo, argument + ": " + error.message());
  }
  scope.is_file = !scope.missing && !fs::is_directory(status);
  return scope;
}

}  // namespace lede
