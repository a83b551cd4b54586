// Numbers, dates and languages as the page says them, in English.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/search.h"

namespace lede::page {

// 2148 as "2,148".
[[nodiscard]] std::string number_label(std::uint64_t number);

// "1 article", "2,148 articles".
[[nodiscard]] std::string articles_label(std::uint64_t count);

// "2 July 2024", "July 2024" or "2024": no more than is known. UTC.
[[nodiscard]] std::string date_label(std::int64_t instant, DatePrecision precision);

// The same of "2024-07-02", "2024-07" or "2024", as timelines have them.
[[nodiscard]] std::string period_label(std::string_view period);

// From `range.from` to the last day before `range.to`: "1 May 2024 – 31 May 2024",
// "from 1 May 2024", "until 31 May 2024".
[[nodiscard]] std::string range_label(const DateRange& range);

// "German" of "de"; a tag that has no name as it is.
[[nodiscard]] std::string language_label(const std::string& tag);

// "Publisher", and for months and years what they count.
[[nodiscard]] std::string_view field_label(FacetField field);

// A value of a field for people: languages by name.
[[nodiscard]] std::string value_label(FacetField field, const std::string& value);

}  // namespace lede::page
