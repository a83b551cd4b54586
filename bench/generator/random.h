// Random numbers that are the same on every machine: integers only, no std distribution (whose
// results the standard leaves open), no floating point (whose last bit depends on the machine).
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace lede::bench {

// One step of splitmix64: spreads any number over all 64 bits.
[[nodiscard]] constexpr std::uint64_t scramble(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31);
}

// xoshiro256**, seeded by splitmix64, as its authors (Blackman and Vigna) advise.
class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) {
    for (auto& word : state_) {
      word = scramble(seed);
      seed += 0x9e3779b97f4a7c15U;
    }
  }

  constexpr std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // Even over [0, bound); bound at most 2^32, where the bias is below one in four billion.
  constexpr std::uint64_t below(std::uint64_t bound) { return ((next() >> 32) * bound) >> 32; }

  // Even over [low, high], both ends included.
  constexpr std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return low + below(high - low + 1);
  }

  // True in `per_mille` of a thousand cases.
  constexpr bool chance(std::uint64_t per_mille) { return below(1000) < per_mille; }

  // Near normal with mean 0 and standard deviation 65,536: the sum of twelve even draws.
  constexpr std::int64_t normal() {
    std::int64_t sum = 0;
    for (int i = 0; i < 12; ++i) {
      sum += static_cast<std::int64_t>(below(65536));
    }
    return sum - std::int64_t{6} * 65536;
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace lede::bench
