// Words in header fields: media types, codings, host names. Their case does not count.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace lede::serve {

[[nodiscard]] bool same_token(std::string_view left, std::string_view right);

// Without blanks and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// "gzip, br;q=0.5" in two, trimmed.
[[nodiscard]] std::vector<std::string_view> comma_list(std::string_view text);

}  // namespace lede::serve
