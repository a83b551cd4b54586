// Dates told from now: "today", "last-week", "last 30 days", "7d".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "searcher/query/calendar.h"

namespace lede::query {

// What `text` means at `now`; nothing when it is no relative date. Words may be joined by "-", "_"
// or spaces, in any case.
[[nodiscard]] std::optional<Period> relative_period(std::string_view text, std::int64_t now);

}  // namespace lede::query
