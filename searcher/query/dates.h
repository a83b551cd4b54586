// Dates and ranges of dates, as typed after "date:", "after:", "before:" and in the options of the
// same names. All are UTC.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/result.h"
#include "searcher/query/tree.h"

namespace lede {

// What `text` means at `now` (seconds since 1970 UTC): "2024-05", "2024-05..2024-11" (both ends
// included), "2024-05..", ">=2024-05-01", "last-week", "7d". A range whose ends are the wrong way
// round is turned. kUsage, naming the text and what is wrong with it.
[[nodiscard]] Result<DateRange> parse_date_range(std::string_view text, std::int64_t now);

// From the start of the day, month, … `text` on, or up to it. kUsage also for a range.
[[nodiscard]] Result<DateRange> parse_after(std::string_view text, std::int64_t now);
[[nodiscard]] Result<DateRange> parse_before(std::string_view text, std::int64_t now);

// Whether parse_date_range turns `text`, because its end is before its start.
[[nodiscard]] bool is_reversed_range(std::string_view text, std::int64_t now);

}  // namespace lede
