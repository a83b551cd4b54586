// Dates with the month in English letters: "31 May 2024", "May 31, 2024", "may-2024".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/calendar.h"

namespace lede::query {

// Nothing where `text` is none. Months and days of the week may be cut to three letters; of a day
// of the week no notice is taken. The year may be absent.
[[nodiscard]] std::optional<CalendarDate> read_named_month(std::string_view text);

}  // namespace lede::query
