// Finds the files of a folder, in an order that does not depend on the file system.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/walk.h"

#include <fnmatch.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>
#include <utility>

namespace lede {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanosecondsASecond = 1'000'000'000;

std::string reason(int code) { return std::generic_category().message(code); }

bool matches(const std::string& pattern, const std::string& path) {
  const bool whole = pattern.find('/') != std::string::npos;
  const auto name = path.substr(whole ? 0 : path.rfind('/') + 1);
  return fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
}

bool matches_any(const std::vector<std::string>& patterns, const std::string& path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const auto& pattern) { return matches(pattern, path); });
}

class Walker {
 public:
  Walker(const fs::path& folder, const WalkOptions& options) : root_(folder), options_(options) {}

  Walk run() {
    enter("");
    // Links last, so that a folder inside is known by its own name and not by a link's.
    while (!links_.empty()) {
      std::sort(links_.begin(), links_.end());
      for (const auto& link : std::exchange(links_, {})) {
        enter(link);
      }
    }
    std::sort(found_.files.begin(), found_.files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  // Depth first with an own stack: folders can be nested deeper than ours.
  void enter(const std::string& below) {
    std::vector<std::string> waiting{below};
    while (!waiting.empty()) {
      const std::string folder = std::move(waiting.back());
      waiting.pop_back();
      if (first_visit(folder)) {
        list(folder, waiting);
      }
    }
  }

  bool first_visit(const std::string& folder) {
    struct stat status {};
    if (stat((root_ / folder).c_str(), &status) != 0) {
      fail_folder(folder, errno);
      return false;
    }
    return visited_.emplace(status.st_dev, status.st_ino).second;
  }

  void list(const std::string& folder, std::vector<std::string>& waiting) {
    std::error_code error;
    fs::directory_iterator entries(root_ / folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const std::string name = entries->path().filename().string();
      if (name.starts_with('.')) {
        continue;
      }
      take(*entries, (fs::path(folder) / name).string(), waiting);
    }
    if (error) {
      fail_folder(folder, error.value());
    }
  }

  void take(const fs::directory_entry& entry, std::string path, std::vector<std::string>& waiting) {
    std::error_code error;
    const bool link = entry.is_symlink(error);
    const auto status = entry.status(error);
    if (fs::is_directory(status)) {
      if (!matches_any(options_.exclude, path) && !is_never(entry.path())) {
        (link ? links_ : waiting).push_back(std::move(path));
      }
      return;
    }
    if (!passes(path, options_)) {
      return;
    }
    auto file = look_at(entry.path(), path);
    if (file) {
      found_.files.push_back(std::move(*file));
    } else {
      found_.failures.push_back({std::move(path), false, std::move(file).error()});
    }
  }

  [[nodiscard]] bool is_never(const fs::path& folder) const {
    std::error_code error;
    const fs::path canonical = fs::canonical(folder, error);
    return std::find(options_.never.begin(), options_.never.end(), canonical) !=
           options_.never.end();
  }

  void fail_folder(const std::string& folder, int code) {
    found_.failures.push_back(
        {folder, true, Error{ErrorCode::kIo, (root_ / folder).string() + ": " + reason(code), ""}});
  }

  fs::path root_;
  const WalkOptions& options_;
  Walk found_;
  std::vector<std::string> links_;
  std::set<std::pair<dev_t, ino_t>> visited_;
};

}  // namespace

Walk walk_folder(const std::filesystem::path& folder, const WalkOptions& options) {
  return Walker(folder, options).run();
}

bool passes(const std::string& path, const WalkOptions& options) {
  return (options.include.empty() || matches_any(options.include, path)) &&
         !matches_any(options.exclude, path);
}

Result<FoundFile> look_at(const std::filesystem::path& file, std::string path) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) {
    return fail(ErrorCode::kIo, file.string() + ": " + reason(errno));
  }
  if (!S_ISREG(status.st_mode)) {
    return fail(ErrorCode::kUnreadable, file.string() + ": not a regular file");
  }
  return FoundFile{std::move(path), static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * kNanosecondsASecond + status.st_mtim.tv_nsec};
}

}  // namespace lede
