// Names of months and week days in the languages of news, as ICU knows them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lede {

// 1 to 12 for the name or abbreviation of a month in one of our languages, in any letter case and
// without its full stop; 0 for any other word, and for one that is two months in two languages.
[[nodiscard]] unsigned month_of(std::string_view word);

[[nodiscard]] bool is_week_day(std::string_view word);

}  // namespace lede
