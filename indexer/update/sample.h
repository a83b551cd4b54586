// Learns which lines repeat before an update begins: from a sample of the files it will read, of
// folders that were not sampled before.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "indexer/extract/line_learner.h"
#include "indexer/input/limits.h"
#include "indexer/update/learned_store.h"
#include "indexer/update/task.h"

namespace lede {

// A folder that gave so many articles is not sampled again.
inline constexpr std::size_t kEnoughToSample = 50;

struct SampleOptions {
  InputLimits limits;
  const std::atomic<bool>* stop = nullptr;  // when it is set, nothing is learned
  // Gives the learner articles of a folder that were read before; returns how many. May be empty.
  std::function<std::size_t(const std::string& folder, LineLearner& learner)> stored;
};

// What is to be added to `known`. Which files are read, and how much of them, depends on their
// names and sizes alone: at most about 4,000 articles and 64 MiB, and 16 MiB of a folder.
[[nodiscard]] LearnedStore learn_from_sample(const std::vector<FileTask>& tasks,
                                             const LearnedStore& known,
                                             const SampleOptions& options);

}  // namespace lede
