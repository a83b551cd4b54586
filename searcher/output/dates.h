// Dates as people and programs read them: ISO 8601, no more precise than what is known.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/query/time_zone.h"

namespace lede {

// UTC: "2024", "2024-05", "2024-05-31", "2024-05-31T14:05Z" or "2024-05-31T14:05:09Z".
[[nodiscard]] std::string date_text(std::int64_t instant, DatePrecision precision);
[[nodiscard]] std::string date_text(const PublishedDate& date);

// "year", "month", "day", "minute" or "second".
[[nodiscard]] std::string_view precision_name(DatePrecision precision);

// By the clock of `zone`, to the second: "2024-05-31T00:00:00+03:00", in UTC with "Z".
[[nodiscard]] std::string zoned_text(std::int64_t instant, const TimeZone& zone);

// An end of a range: the day alone when it is midnight there, else as zoned_text.
[[nodiscard]] std::string instant_text(std::int64_t instant, const TimeZone& zone);

}  // namespace lede
