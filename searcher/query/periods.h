// One day, month, year or other stretch of time, as it is typed: "2024-05", "last-week", "7d".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "common/result.h"
#include "searcher/query/calendar.h"

namespace lede::query {

// `text` as a stretch of time in UTC; `now` is what relative ones count from. kUsage, with what is
// wrong with it, when `text` is none.
[[nodiscard]] Result<Period> parse_period(std::string_view text, std::int64_t now);

// The error for `text`, which is no date because of `why`.
[[nodiscard]] Error bad_date(std::string_view text, std::string_view why);

}  // namespace lede::query
