// Numbers as they are printed: "1,234.5", "12,34,567", "1'000", "3,5", and lists of numbers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lede {

// `number` without its thousands separators (commas or apostrophes), or nothing when it has none
// or is not grouped as numbers are. `number` is folded: ASCII digits.
[[nodiscard]] std::optional<std::string> ungroup_number(std::string_view number);

// Whether the only comma of `number` is a decimal one: one or two digits follow, or a zero leads.
[[nodiscard]] bool has_decimal_comma(std::string_view number);

}  // namespace lede
