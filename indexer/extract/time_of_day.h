// The time of day and zone behind a date: "T14:30:05Z", ", 2:30 p.m. EDT", " at 14:30 GMT".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "common/article.h"
#include "indexer/extract/date_pieces.h"

namespace lede {

struct TimeOfDay {
  std::int64_t seconds =
      0;  // from the midnight of the date, UTC: can be of the day before or after
  DatePrecision precision = DatePrecision::kMinute;
};

// The time at piece `at`, which is moved behind it; nothing where there is none. Without a zone it
// is taken as UTC.
[[nodiscard]] std::optional<TimeOfDay> read_time_of_day(const std::vector<DatePiece>& pieces,
                                                        std::size_t& at);

}  // namespace lede
