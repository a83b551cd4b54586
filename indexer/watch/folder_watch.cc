// inotify watches single folders, by inode, and forgets what it cannot queue. So trees are watched
// folder by folder, and when a folder was renamed or events were lost, all begins again: the update
// that follows looks at everything anyway.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace lede {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE |
                             IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF |
                             IN_ONLYDIR;

Failure system_failure(const fs::path& path, int error) {
  if (error == ENOSPC) {
    return fail(ErrorCode::kIo, path.string() + ": the system has no more watches to give",
                "raise fs.inotify.max_user_watches with sysctl");
  }
  return fail(ErrorCode::kIo, path.string() + ": " + std::generic_category().message(error));
}

// As an update leaves them out.
bool is_hidden(const std::string& name) { return name.starts_with('.'); }

}  // namespace

Result<FolderWatch> FolderWatch::open(WatchOptions options) {
  for (auto* paths : {&options.paths, &options.ignore}) {
    for (fs::path& path : *paths) {
      std::error_code error;
      path = fs::weakly_canonical(fs::absolute(path), error);
    }
  }
  FolderWatch watch(std::move(options));
  for (const fs::path& path : watch.options_.paths) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      return fail(ErrorCode::kNotFound, path.string() + ": no such file or folder");
    }
  }
  if (auto begun = watch.begin(); !begun) {
    return fail(std::move(begun).error());
  }
  return watch;
}

FolderWatch::~FolderWatch() {
  if (inotify_ >= 0) {
    ::close(inotify_);
  }
}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : options_(std::move(other.options_)),
      inotify_(std::exchange(other.inotify_, -1)),
      folders_(std::move(other.folders_)) {}

Result<void> FolderWatch::begin() {
  if (inotify_ >= 0) {
    ::close(inotify_);
  }
  folders_.clear();
  inotify_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (inotify_ < 0) {
    return system_failure("inotify", errno);
  }
  for (const fs::path& path : options_.paths) {
    if (auto added = add(path); !added) {
      return added;
    }
  }
  return {};
}

// A file is watched by its folder: editors put another file into its place.
Result<void> FolderWatch::add(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    if (auto added = add_tree(path); !added) {
      return added;
    }
  }
  const fs::path parent = path.parent_path();
  if (parent.empty() || parent == path || !fs::is_directory(parent, error)) {
    return {};
  }
  const auto watch = add_folder(parent);
  if (!watch) {
    return fail(watch.error());
  }
  // A folder that is watched whole already stays so.
  const auto [folder, added] = folders_.try_emplace(*watch, Folder{parent, {}});
  if (added || !folder->second.only.empty()) {
    folder->second.only.insert(path.filename().string());
  }
  return {};
}

Result<void> FolderWatch::add_tree(const fs::path& top) {
  std::vector<fs::path> waiting{top};
  while (!waiting.empty()) {
    const fs::path folder = std::move(waiting.back());
    waiting.pop_back();
    if (is_ignored(folder)) {
      continue;
    }
    const auto watch = add_folder(folder);
    if (!watch) {
      return fail(watch.error());
    }
    // Watched whole before, perhaps by another name: links may go in circles.
    const auto known = folders_.find(*watch);
    if (*watch < 0 ||
        (known != folders_.end() && known->second.only.empty() && known->second.path != folder)) {
      continue;
    }
    folders_.insert_or_assign(*watch, Folder{folder, {}});
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      std::error_code ignored;
      if (!is_hidden(entries->path().filename().string()) && entries->is_directory(ignored)) {
        waiting.push_back(entries->path());
      }
    }
  }
  return {};
}

// The watch; negative when the folder is gone again or closed to us, as the update will report.
Result<int> FolderWatch::add_folder(const fs::path& folder) {
  const int watch = inotify_add_watch(inotify_, folder.c_str(), kEvents);
  if (watch < 0 && (errno == ENOSPC || errno == ENOMEM)) {
    return system_failure(folder, errno);
  }
  return watch;
}

std::size_t FolderWatch::folders() const {
  return static_cast<std::size_t>(
      std::count_if(folders_.begin(), folders_.end(),
                    [](const auto& entry) { return entry.second.only.empty(); }));
}

bool FolderWatch::is_ignored(const fs::path& path) const {
  return std::find(options_.ignore.begin(), options_.ignore.end(), path) != options_.ignore.end();
}

Result<bool> FolderWatch::wait(std::chrono::milliseconds timeout) {
  pollfd ready{inotify_, POLLIN, 0};
  if (::poll(&ready, 1, static_cast<int>(timeout.count())) <= 0) {
    return false;  // time, or a signal
  }
  Seen seen;
  alignas(inotify_event) std::array<char, 65536> buffer{};
  const ssize_t got = ::read(inotify_, buffer.data(), buffer.size());
  for (ssize_t at = 0; at < got;) {
    inotify_event event{};
    const char* start = buffer.data() + at;
    std::memcpy(&event, start, sizeof event);
    const std::string name = event.len > 0 ? std::string(start + sizeof event) : std::string();
    take(event.wd, event.mask, name, seen);
    at += static_cast<ssize_t>(sizeof event + event.len);
  }
  if (seen.begin_again) {
    auto begun = begin();
    return begun ? Result<bool>(true) : fail(std::move(begun).error());
  }
  for (const fs::path& folder : seen.new_folders) {
    if (auto added = add_tree(folder); !added) {
      return fail(std::move(added).error());
    }
  }
  return seen.change;
}

void FolderWatch::take(int watch, unsigned mask, const std::string& name, Seen& seen) {
  if ((mask & IN_Q_OVERFLOW) != 0) {
    seen.begin_again = true;
    return;
  }
  const auto folder = folders_.find(watch);
  if (folder == folders_.end()) {
    return;
  }
  if ((mask & IN_IGNORED) != 0) {
    folders_.erase(folder);
    return;
  }
  const auto& [path, only] = folder->second;
  if (is_hidden(name) || is_ignored(path / name) || (!only.empty() && !only.contains(name))) {
    return;
  }
  seen.change = true;
  const bool moved = (mask & (IN_MOVED_FROM | IN_MOVED_TO)) != 0;
  const bool is_folder = (mask & IN_ISDIR) != 0;
  // A folder that moved is still watched, under a name that is no longer its own. A path we were
  // told to watch may have come back.
  seen.begin_again = seen.begin_again || (moved && is_folder) || (mask & IN_MOVE_SELF) != 0 ||
                     (is_folder && !only.empty());
  if (is_folder && (mask & IN_CREATE) != 0) {
    seen.new_folders.push_back(path / name);
  }
}

}  // namespace lede
