// Reading the punctuation inside numbers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/number_format.h"

#include <algorithm>

namespace lede {

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> ungroup_number(std::string_view number) {
  const std::size_t separator_at = number.find_first_of(",'");
  if (separator_at == std::string_view::npos || number.front() == '0') {
    return std::nullopt;
  }
  const char separator = number[separator_at];
  const std::string_view whole = number.substr(0, number.find('.'));
  const std::string_view fraction = number.substr(whole.size());
  if (!fraction.empty() && !is_digits(fraction.substr(1))) {
    return std::nullopt;
  }
  std::string digits;
  std::size_t from = 0;
  for (std::size_t to = whole.find(separator); to != std::string_view::npos;
       to = whole.find(separator, from)) {
    const std::string_view group = whole.substr(from, to - from);
    // The last group has three digits; those before, two (India) or three, the first perhaps one.
    if (!is_digits(group) || group.size() > 3 || (from > 0 && group.size() < 2)) {
      return std::nullopt;
    }
    digits += group;
    from = to + 1;
  }
  const std::string_view last = whole.substr(from);
  if (from == 0 || last.size() != 3 || !is_digits(last)) {
    return std::nullopt;
  }
  digits += last;
  digits += fraction;
  return digits;
}

bool has_decimal_comma(std::string_view number) {
  const std::size_t comma = number.find(',');
  if (comma == std::string_view::npos || comma == 0) {
    return false;
  }
  const std::string_view fraction = number.substr(comma + 1);
  return is_digits(fraction) && (fraction.size() <= 2 || number.substr(0, comma) == "0");
}

}  // namespace lede
