// Dates as articles print them: ISO, RFC 2822, "May 31, 2024", "31 мая 2024 г.". What could be read
// as two different days is refused, and a year is never made up.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/article.h"

namespace lede {

struct DateHints {
  std::string_view language;  // BCP 47 tag, or empty: where "05.06.2024" is the day first
  std::int64_t modified = 0;  // the file's time, or 0: a date over a day later is refused
};

struct FoundDate {
  PublishedDate date;  // `from` is left empty
  std::size_t start = 0;
  std::size_t end = 0;
};

// The first full date (year, month and day) in `text`. A time and zone right after it are part of
// it; without a zone the time is taken as UTC. Thread-safe.
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view text,
                                                 const DateHints& hints = {});

// The date that `text` is and nothing else but a week day; also "2024-05", "May 2024", "2024" and
// seconds or milliseconds since 1970.
[[nodiscard]] std::optional<PublishedDate> parse_date(std::string_view text,
                                                      const DateHints& hints = {});

}  // namespace lede
