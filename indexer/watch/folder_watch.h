// Tells that something changed below some folders. What changed, an update finds out.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/result.h"

namespace lede {

struct WatchOptions {
  std::vector<std::filesystem::path> paths;   // folders, and single files
  std::vector<std::filesystem::path> ignore;  // files and folders of our own, as the database
};

// For one thread.
class FolderWatch {
 public:
  // kNotFound when a path does not exist; kIo when the system has no more watches to give.
  [[nodiscard]] static Result<FolderWatch> open(WatchOptions options);

  ~FolderWatch();
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  FolderWatch& operator=(FolderWatch&&) = delete;

  // Waits up to `timeout` for a change; true when there was one, or may have been one. Returns
  // early, with false, when a signal comes. Folders that appear are watched from then on. kIo when
  // they cannot be.
  [[nodiscard]] Result<bool> wait(std::chrono::milliseconds timeout);

  // Those watched with all that is in them.
  [[nodiscard]] std::size_t folders() const;

 private:
  struct Folder {
    std::filesystem::path path;
    std::set<std::string> only;  // names that count; empty: all
  };

  explicit FolderWatch(WatchOptions options) : options_(std::move(options)) {}

  [[nodiscard]] Result<void> begin();
  [[nodiscard]] Result<void> add(const std::filesystem::path& path);
  [[nodiscard]] Result<void> add_tree(const std::filesystem::path& folder);
  [[nodiscard]] Result<int> add_folder(const std::filesystem::path& folder);
  [[nodiscard]] bool is_ignored(const std::filesystem::path& path) const;

  struct Seen {
    bool change = false;
    bool begin_again = false;                        // paths are no longer what they were
    std::vector<std::filesystem::path> new_folders;  // to be watched
  };
  void take(int watch, unsigned mask, const std::string& name, Seen& seen);

  WatchOptions options_;
  int inotify_ = -1;
  std::map<int, Folder> folders_;  // by watch
};

}  // namespace lede
