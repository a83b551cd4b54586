// Places in a text counted in Unicode characters (code points): what programs in most languages
// count, where the library counts bytes.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lede::mcp {

// How many characters valid UTF-8 has.
[[nodiscard]] std::size_t character_count(std::string_view text);

// The byte where the `number`th character of valid UTF-8 starts, from 0; the end if it has no more.
[[nodiscard]] std::size_t byte_of_character(std::string_view text, std::size_t number);

}  // namespace lede::mcp
