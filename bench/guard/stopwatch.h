// Processor time of a piece of work.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <time.h>

#include <cstddef>

namespace lede::guard {

// Microseconds; threads that a search may start count as well.
[[nodiscard]] inline double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

// `work` gives a number, so that it is not optimized away.
template <typename Work>
double time_of(const Work& work) {
  const double start = processor_time();
  const volatile std::size_t used = work();
  (void)used;
  return processor_time() - start;
}

}  // namespace lede::guard
