// Whether a stretch of text is in capitals, so that "US" there may be "us".
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lede {

// Looks at the line around `text[start, end)`, 64 bytes either side: it shouts when the capitals
// in words of more than five letters outnumber all small letters. The word itself does not count.
[[nodiscard]] bool is_shouting(std::string_view text, std::size_t start, std::size_t end);

}  // namespace lede
