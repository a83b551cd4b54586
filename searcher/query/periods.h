// One day, month, year or other stretch of time, as it is typed: "2024-05", "last-week", "7d",
// "31 May 2024", "2024-05-31T10:00+02:00".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/result.h"
#include "searcher/query/calendar.h"
#include "searcher/query/dates.h"

namespace lede::query {

// `text` as a stretch of time. kUsage, with what is wrong with it, when it is none.
[[nodiscard]] Result<Period> parse_period(std::string_view text, const Clock& clock);

// The error for `text`, which is no date because of `why`.
[[nodiscard]] Error bad_date(std::string_view text, std::string_view why);

}  // namespace lede::query
