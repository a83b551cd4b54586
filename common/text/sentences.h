// Where sentences end, for snippets: ICU's sentence rules, and every line break ends one.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lede {

// The byte offsets at which sentences of `text` (UTF-8) start, ascending, the first always 0, and
// after them text.size(). Empty for an empty text. Thread-safe.
[[nodiscard]] std::vector<std::uint32_t> sentence_bounds(std::string_view text);

}  // namespace lede
