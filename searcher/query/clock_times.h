// The time in "2024-05-31T10:00+02:00": hours, minutes and seconds, and how far from UTC.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lede::query {

struct ClockTime {
  std::int64_t second = 0;             // of the day
  std::int64_t length = 0;             // seconds: an hour, a minute or one, as far as it was typed
  std::optional<std::int64_t> offset;  // seconds ahead of UTC, where typed
};

// "10", "10:00", "10:00:30.5", each with "Z", "+02:00", "+0200" or "+02" after it, or none of
// these. Nothing where `text` is none. Fractions of seconds are dropped.
[[nodiscard]] std::optional<ClockTime> read_clock_time(std::string_view text);

}  // namespace lede::query
