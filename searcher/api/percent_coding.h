// Any text as a part of an address: "a/b" is "a%2Fb".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lede::serve {

// `text` as one segment of a path or value of a parameter: all but letters, digits and -._~
// escaped.
[[nodiscard]] std::string escaped_segment(std::string_view text);

// What was escaped. Nothing for a % that is not followed by two digits.
[[nodiscard]] std::optional<std::string> unescaped(std::string_view text, bool plus_is_space);

}  // namespace lede::serve
