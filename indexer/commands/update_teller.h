// Tells what happens while an update runs: on standard error, in the report, and at the end.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include "common/result.h"
#include "indexer/commands/progress_display.h"
#include "indexer/update/update.h"

namespace lede {

struct TellOptions {
  std::string progress = "auto";
  std::string report;  // file for what failed, or empty
  bool json = false;
  bool verbose = false;
  bool dry_run = false;
};

class UpdateTeller {
 public:
  explicit UpdateTeller(const TellOptions& options);

  Result<void> open_report();

  // Calls back into this object, which must outlive it.
  [[nodiscard]] UpdateObserver observer();

  // The last line on standard error, and JSON on standard output when asked for.
  void finish(const UpdateResult& result);

  // Takes the progress away, so that an error can be printed.
  void clear() { display_.clear(); }

  // Whether all of the report, if one was asked for, reached the disk.
  [[nodiscard]] bool close_report();

 private:
  void failed(const FailedPath& failure);
  void skipped(const FailedPath& skip);
  void report(const FailedPath& failure);
  void changed(ChangeKind kind, const std::string& id, const std::string& path);

  TellOptions options_;
  ProgressDisplay display_;
  std::ofstream report_;
  std::uint64_t failures_ = 0;
};

}  // namespace lede
