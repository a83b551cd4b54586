// A fixed piece of work whose time says how fast the machine is at the moment.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace lede::guard {

// Of the kinds a search is made of: numbers of varying length decoded one after another, branches
// that cannot be foreseen, reads from here and there. All of it fits into the nearest caches: how
// full the others are of other programs' memory is a matter of luck.
class CalibrationLoop {
 public:
  CalibrationLoop();

  // About a tenth of a millisecond. What it gives is of no use, but must be used.
  [[nodiscard]] std::uint64_t run() const;

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint32_t> table_;
};

}  // namespace lede::guard
