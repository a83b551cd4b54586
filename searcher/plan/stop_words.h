// Words too common to rank by. They are in the index and in phrases all the same.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lede {

// Whether `word` (folded, as the analyzer gives it) is a function word of `language` (BCP 47
// primary tag). Languages without a list have none.
[[nodiscard]] bool is_stop_word(std::string_view word, std::string_view language);

// Whether people ask with `word` rather than for it: "articles", "describing", "interested".
[[nodiscard]] bool is_request_word(std::string_view word, std::string_view language);

}  // namespace lede
