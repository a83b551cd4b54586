// Reads one file and hands on its pages: what a worker of the pipeline does with a file.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <set>
#include <string>

#include "indexer/input/limits.h"
#include "indexer/readers/reader.h"
#include "indexer/update/task.h"

namespace lede {

struct ReadingOptions {
  InputLimits limits;
  std::set<FileHash> gone;  // of files that vanished: a new file with one of them was moved
  const std::atomic<bool>* stop = nullptr;  // set when the run is to end
};

// Where the records of a file go, in order.
struct PageSinks {
  std::function<void(RawPage&&, std::uint64_t read_bytes)> page;
  std::function<void(FailedRecord)> failed;
};

// Reads `task`'s file. Safe for several threads at once.
[[nodiscard]] FileEnd read_task(const FileTask& task, const ReadingOptions& options,
                                const PageSinks& sinks);

}  // namespace lede
