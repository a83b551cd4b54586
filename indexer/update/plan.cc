// What an update has to do: the files on disk against what the index remembers of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/plan.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace lede {
namespace {

// Makes the plan scope by scope; a file named twice is planned once.
class Planner {
 public:
  Planner(const Sources& sources, const std::map<FileKey, FileState>& known,
          const PlanOptions& options)
      : sources_(sources), known_(known), options_(options) {}

  void scope(const Scope& scope) {
    found_here_ = 0;
    unknown_.clear();
    if (scope.is_file) {
      named_file(scope.path);
    } else if (!scope.missing) {
      folder(scope.path);
    }
    find_gone(scope);
  }

  Plan finish() {
    std::sort(plan_.tasks.begin(), plan_.tasks.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
    return std::move(plan_);
  }

 private:
  void named_file(const std::string& path) {
    auto file = look_at(path, path);
    if (file) {
      take(path, *file, true);
    } else {
      fail_at(path, std::move(file).error());
      unknown_.push_back(path);
    }
  }

  void folder(const std::string& path) {
    Walk walk = walk_folder(path, options_.walk);
    for (auto& failure : walk.failures) {
      const std::string place =
          failure.path.empty() ? path : (std::filesystem::path(path) / failure.path).string();
      fail_at(place, std::move(failure.error));
      unknown_.push_back(place);
    }
    for (const FoundFile& file : walk.files) {
      take((std::filesystem::path(path) / file.path).string(), file, false);
    }
  }

  void take(const std::string& path, const FoundFile& file, bool named) {
    ++found_here_;
    FileKey key = sources_.key_of(path);
    if (!seen_.insert(key).second) {
      return;
    }
    const auto old = known_.find(key);
    FileTask task;
    task.file = path;
    task.named = named;
    task.size = file.size;
    task.mtime = file.mtime;
    if (old != known_.end()) {
      task.old = old->second;
      task.force = options_.full || old->second.incomplete || old->second.failed > 0 ||
                   (named && old->second.skipped);
      if (!task.force && old->second.size == file.size && old->second.mtime == file.mtime) {
        plan_.unchanged += old->second.records;
        plan_.skipped += old->second.skipped ? 1U : 0U;
        ++plan_.unchanged_files;
        return;
      }
    }
    task.key = std::move(key);
    plan_.bytes += file.size;
    plan_.tasks.push_back(std::move(task));
  }

  // Files the index knows in `scope` that are there no more. What the patterns leave out, and
  // what lies in a folder that could not be read, is not gone.
  void find_gone(const Scope& scope) {
    std::map<FileKey, FileState> gone;
    for (const auto& [key, state] : known_) {
      const std::string file = sources_.file_of(key);
      if (!seen_.contains(key) && lies_in(file, scope.path) &&
          passes(path_below(file, scope.path), options_.walk) && !is_unknown(file) &&
          is_gone(file)) {
        gone.emplace(key, state);
      }
    }
    if (!gone.empty() && found_here_ == 0 && !options_.allow_empty && !options_.keep_gone) {
      refuse(scope, gone);
      return;
    }
    plan_.gone.merge(gone);
  }

  // A file that is still there was left out for another reason: it is hidden now, or its folder is
  // reached in another way. What cannot be looked at is not gone.
  static bool is_gone(const std::string& file) {
    std::error_code error;
    const auto type = std::filesystem::symlink_status(file, error).type();
    return type == std::filesystem::file_type::not_found ||
           type == std::filesystem::file_type::directory;
  }

  [[nodiscard]] bool is_unknown(const std::string& file) const {
    return std::any_of(unknown_.begin(), unknown_.end(),
                       [&](const auto& place) { return lies_in(file, place); });
  }

  void refuse(const Scope& scope, const std::map<FileKey, FileState>& gone) {
    std::uint64_t articles = 0;
    for (const auto& [key, state] : gone) {
      articles += state.records;
    }
    const std::string what = scope.missing ? ": not there any more" : ": no article left in it";
    fail_at(scope.path,
            {ErrorCode::kNotFound,
             scope.path + what + "; its " + std::to_string(articles) + " articles are kept",
             "if they are to be removed: --allow-empty"});
  }

  void fail_at(const std::string& path, Error error) {
    plan_.failed.push_back({path, "", std::move(error)});
  }

  const Sources& sources_;
  const std::map<FileKey, FileState>& known_;
  const PlanOptions& options_;
  Plan plan_;
  std::set<FileKey> seen_;
  std::size_t found_here_ = 0;        // files in the scope at hand
  std::vector<std::string> unknown_;  // places in it that could not be looked at
};

}  // namespace

Plan make_plan(const std::vector<Scope>& scopes, const Sources& sources,
               const std::map<FileKey, FileState>& known, const PlanOptions& options) {
  Planner planner(sources, known, options);
  for (const Scope& scope : scopes) {
    planner.scope(scope);
  }
  return planner.finish();
}

}  // namespace lede
