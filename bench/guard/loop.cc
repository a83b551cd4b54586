// Do not change: every budget in units of this loop would have to be set anew.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/loop.h"

#include <cstddef>

namespace lede::guard {
namespace {

constexpr std::size_t kBytes = std::size_t{1} << 12U;
constexpr std::size_t kEntries = std::size_t{1} << 12U;
constexpr int kPasses = 16;  // the first brings it all near

std::uint64_t next(std::uint64_t& state) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return state >> 33U;
}

}  // namespace

CalibrationLoop::CalibrationLoop() : bytes_(kBytes), table_(kEntries) {
  std::uint64_t state = 1;
  for (std::uint8_t& byte : bytes_) {
    byte = static_cast<std::uint8_t>(next(state));
  }
  for (std::uint32_t& entry : table_) {
    entry = static_cast<std::uint32_t>(next(state));
  }
}

std::uint64_t CalibrationLoop::run() const {
  std::uint64_t sum = 0;
  std::uint64_t number = 0;
  for (int pass = 0; pass < kPasses; ++pass) {
    for (const std::uint8_t byte : bytes_) {
      number = (number << 7U) | (byte & 0x7FU);
      if (((byte ^ sum) & 0x80U) == 0) {  // as good as random
        sum += table_[(number * 0x9E3779B97F4A7C15U + sum) % kEntries];
        number = 0;
      }
    }
  }
  return sum;
}

}  // namespace lede::guard
