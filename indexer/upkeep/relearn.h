// Learns anew which lines repeat, from the stored articles, and takes them out of these.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "common/result.h"

namespace lede {

struct RelearnReport {
  std::uint64_t articles = 0;
  std::uint64_t changed = 0;  // other lines are taken out of them than were
  std::uint64_t outlets = 0;  // with lines that repeat
  std::uint64_t lines = 0;    // of all outlets
  bool interrupted = false;   // `stop` was set: what is missing comes when it is run again
};

// Reads all articles twice and writes those that change; no file is read, and fields stay as they
// are. Errors: as for an update.
[[nodiscard]] Result<RelearnReport> relearn(const std::string& path, const std::atomic<bool>& stop);

}  // namespace lede
