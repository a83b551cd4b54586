// Reads and analyses files on several threads and gives the results in the order of the files, the
// same however the threads are timed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "indexer/update/file_worker.h"
#include "indexer/update/prepare.h"
#include "indexer/update/task.h"

namespace lede {

struct PipelineOptions {
  unsigned jobs = 1;                           // threads that read and analyse; at least 1
  std::size_t memory = std::size_t{64} << 20;  // about what results may hold that wait their turn
  ReadingOptions reading;
  PrepareOptions prepare;
};

class Pipeline {
 public:
  // `tasks` must outlive the pipeline. Work begins at once.
  Pipeline(const std::vector<FileTask>& tasks, PipelineOptions options);
  ~Pipeline();  // drops what was not taken
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  // Waits for the next chunk. False when there is none left: all files are done, or, after the
  // stop flag was set, all files that were begun. For one thread.
  bool next(Chunk& chunk);

 private:
  struct Shared;
  class Worker;
  std::unique_ptr<Shared> shared_;
};

}  // namespace lede
