// Dates told from now: "today", "last-week", "last 30 days", "7d".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/calendar.h"
#include "searcher/query/dates.h"

namespace lede::query {

// What `text` means now; nothing when it is no relative date. Words may be joined by "-", "_" or
// spaces, in any case. Days and more are counted on the wall clock, hours as they pass.
[[nodiscard]] std::optional<Period> relative_period(std::string_view text, const Clock& clock);

}  // namespace lede::query
