// A time zone by its IANA name: what a wall clock there shows, and when it shows it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/result.h"

namespace date {
class time_zone;
}

namespace lede {

// A small value, UTC unless found by name. Instants are seconds since 1970 UTC; a wall clock's time
// is counted likewise, as if it were UTC. Thread-safe.
class TimeZone {
 public:
  TimeZone() = default;

  // "Europe/Kyiv", "UTC"; capitals do not matter. kUsage, naming it, where there is none.
  [[nodiscard]] static Result<TimeZone> find(std::string_view name);

  [[nodiscard]] std::string name() const;

  // When the clock shows `local`: the first time where it does twice, the end of the gap where it
  // is put forward over it.
  [[nodiscard]] std::int64_t instant_of(std::int64_t local) const;

  [[nodiscard]] std::int64_t local_of(std::int64_t instant) const;

  bool operator==(const TimeZone&) const = default;

 private:
  const date::time_zone* zone_ = nullptr;  // of the library's table, which is never freed
};

}  // namespace lede
