// The numbers after "~", "^" and "NEAR/": within what is allowed, whatever is typed.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "searcher/query/warnings.h"

namespace lede::query {

inline constexpr std::uint32_t kMostEdits = 2;
inline constexpr std::uint32_t kMostWordsApart = 100;  // farther is not near
inline constexpr double kLeastBoost = 0.001;
inline constexpr double kMostBoost = 1000;

// A number as it was typed: digits and dots.
struct TypedNumber {
  std::string_view digits;
  std::string_view mark;  // it and what it belongs to, for messages: "word~5"
  std::size_t at = 0;     // where that is in the query
};

struct Bounds {
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

// The whole number; the nearest one that is allowed, with a warning, where it is not within
// `bounds` or not whole.
[[nodiscard]] std::uint32_t read_count(const TypedNumber& number, const Bounds& bounds,
                                       Warnings& warnings);

// Likewise a weight, from kLeastBoost to kMostBoost, to three decimals.
[[nodiscard]] double read_boost(const TypedNumber& number, Warnings& warnings);

// `boost` as read_boost would have it, so that it prints exactly.
[[nodiscard]] double within_boosts(double boost);

}  // namespace lede::query
