// Dates and ranges of dates, as typed after "date:", "after:", "before:" and in the options of the
// same names.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/result.h"
#include "searcher/query/time_zone.h"
#include "searcher/query/tree.h"

namespace lede {

// What dates are told by.
struct Clock {
  std::int64_t now = 0;  // seconds since 1970 UTC: what relative dates count from
  TimeZone zone;         // where days begin
};

struct TypedDates {
  DateRange range;
  bool reversed = false;  // its end came before its start; they were exchanged
};

// "2024-05", "2024-05..2024-11" (both ends included), "2024-05..", ">=2024-05-01", "last-week",
// "7d", "31 May 2024", "2024-05-31T10:00+02:00". kUsage, naming the text and what is wrong with it.
[[nodiscard]] Result<TypedDates> parse_date_range(std::string_view text, const Clock& clock);

// From the start of the day, month, … `text` on, or up to it. kUsage also for a range.
[[nodiscard]] Result<DateRange> parse_after(std::string_view text, const Clock& clock);
[[nodiscard]] Result<DateRange> parse_before(std::string_view text, const Clock& clock);

}  // namespace lede
