// Patterns of letters: "*" stands for any letters, "?" for one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede {

// Whether `term` fits `pattern` from end to end. A letter is a Unicode code point. Takes at most
// the product of both lengths.
[[nodiscard]] bool fits_pattern(std::string_view term, std::string_view pattern);

// What every term that fits starts with: the pattern up to its first "*" or "?".
[[nodiscard]] std::string_view literal_prefix(std::string_view pattern);

// Whether `pattern` is a literal prefix and one "*" after it.
[[nodiscard]] bool is_plain_prefix(std::string_view pattern);

// Letters for "*" and "?" that the analyzer takes for parts of a word, and back: so that a pattern
// is folded and split into words as the text was.
[[nodiscard]] std::string hide_wildcards(std::string_view typed);
[[nodiscard]] std::string show_wildcards(std::string_view analyzed);

}  // namespace lede
