// What an update has to do: the files on disk against what the index remembers of them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/update/sources.h"
#include "indexer/update/task.h"
#include "indexer/update/walk.h"

namespace lede {

struct PlanOptions {
  WalkOptions walk;
  bool full = false;         // read every file
  bool keep_gone = false;    // articles of vanished files stay
  bool allow_empty = false;  // a folder that gives no file at all is believed
};

// A file or folder that could not be indexed, and why.
struct FailedPath {
  std::string path;    // absolute
  std::string record;  // of the file, or empty
  Error error;
};

struct Plan {
  std::vector<FileTask> tasks;        // to be read, in the order of their articles
  std::map<FileKey, FileState> gone;  // vanished: their articles are to be removed, or have moved
  std::vector<FailedPath> failed;
  std::uint64_t unchanged = 0;  // articles of files that are as they were
  std::uint64_t unchanged_files = 0;
  std::size_t skipped = 0;  // of the unchanged files, those of kinds no reader reads
  std::uint64_t bytes = 0;  // of the files to be read
};

// Looks at all files of `scopes`; `known` are the states of all files in the index.
[[nodiscard]] Plan make_plan(const std::vector<Scope>& scopes, const Sources& sources,
                             const std::map<FileKey, FileState>& known, const PlanOptions& options);

}  // namespace lede
