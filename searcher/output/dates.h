// Dates as people and programs read them: ISO 8601, no more precise than what is known, UTC.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/query/tree.h"

namespace lede {

// "2024", "2024-05", "2024-05-31", "2024-05-31T14:05Z" or "2024-05-31T14:05:09Z".
[[nodiscard]] std::string date_text(std::int64_t instant, DatePrecision precision);
[[nodiscard]] std::string date_text(const PublishedDate& date);

// "year", "month", "day", "minute" or "second".
[[nodiscard]] std::string_view precision_name(DatePrecision precision);

// An end of a range: the day alone when it is midnight, else to the second.
[[nodiscard]] std::string instant_text(std::int64_t instant);

}  // namespace lede
