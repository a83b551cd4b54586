// Brings a database in step with folders of articles: the whole of `lede-indexer update`.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/update/applier.h"
#include "indexer/update/writer_choice.h"

namespace lede {

inline constexpr std::size_t kMinimumMemory = std::size_t{96} << 20;

struct UpdateOptions {
  std::string database;
  std::vector<std::string> paths;               // folders and files
  unsigned jobs = 1;                            // threads that read and analyse; one more writes
  std::size_t memory = std::size_t{512} << 20;  // for the whole process, at least kMinimumMemory
  std::size_t max_file_bytes = std::size_t{64} << 20;
  bool dry_run = false;      // nothing is written, not even a database made
  bool full = false;         // read files that look unchanged too
  bool no_delete = false;    // articles that vanished stay
  bool allow_empty = false;  // a folder without any file is believed
  std::string language;      // of articles that declare none; empty: detect it
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::int64_t now = 0;  // first indexed instant of new articles
  WriterRequest writer = WriterRequest::kAuto;
  // Asked of a database that was built in bulk, before it takes its place; may be empty.
  std::function<Result<void>(const std::string& folder)> verify;
};

enum class UpdateStage : std::uint8_t {
  kReading,  // and, through Xapian, writing
  kWriting,  // in bulk
};

// How far an update is.
struct UpdateProgress {
  std::uint64_t bytes = 0;        // read of the files that are to be read
  std::uint64_t total_bytes = 0;  // of those files
  std::uint64_t articles = 0;     // added, updated or found unchanged in them
  std::uint64_t failed = 0;
  UpdateStage stage = UpdateStage::kReading;
  bool in_bulk = false;  // after reading comes writing
  double written = 0;    // share of that, from 0 to 1
};

// Called on the thread that runs the update. Any may be empty.
struct UpdateObserver {
  std::function<void(const UpdateProgress&)> progress;
  std::function<void(const FailedPath&)> failed;
  std::function<void(const FailedPath&)> skipped;  // of a kind no reader reads
  std::function<void(ChangeKind, const std::string& id, const std::string& path)> changed;
};

struct UpdateResult {
  UpdateCounts counts;
  std::uint64_t files_read = 0;
  std::uint64_t bytes_read = 0;
  std::uint64_t articles = 0;     // in the index now
  std::uint64_t index_bytes = 0;  // on disk
  std::uint64_t text_bytes = 0;   // of all articles in the index
  WriterChoice writer;
  bool interrupted = false;  // `stop` was set: what is missing comes next time
};

// Runs one update. `stop` may be set at any time, by another thread or a signal handler: what was
// read is then committed and the rest left for next time. Errors: kUsage (no such path), kLocked,
// kDatabaseForeign, kDatabaseCorrupt, kIo; whatever was committed before stays.
[[nodiscard]] Result<UpdateResult> update(const UpdateOptions& options,
                                          const std::atomic<bool>& stop,
                                          const UpdateObserver& observer);

}  // namespace lede
