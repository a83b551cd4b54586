// Shows the progress of an update on standard error: a line that is drawn again on a terminal, or
// JSON lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/update/update.h"

namespace lede {

enum class ProgressStyle : std::uint8_t { kNever, kLine, kJson };

// Of "auto", "always", "never" or "json"; auto is a line when standard error is a terminal that can
// draw it again.
[[nodiscard]] ProgressStyle progress_style(const std::string& option);

class ProgressDisplay {
 public:
  explicit ProgressDisplay(ProgressStyle style) : style_(style) {}

  // Shown no more often than is useful.
  void show(const UpdateProgress& progress);

  // Takes the line away, so that something else can be printed.
  void clear();

  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  ProgressStyle style_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_{};  // none yet: the first is shown at once
  bool drawn_ = false;
};

}  // namespace lede
