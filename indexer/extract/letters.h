// Capitals and small letters of all scripts, as the rules for names need them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lede {

// The character at `at` of valid UTF-8, which is moved behind it; negative for broken bytes.
[[nodiscard]] std::int32_t next_character(std::string_view text, std::size_t& at);

[[nodiscard]] bool starts_with_capital(std::string_view text);

// Whether there are capitals in `text` and no small letters.
[[nodiscard]] bool is_in_capitals(std::string_view text);

// "PORT CALDER, Corvane" as "Port Calder, Corvane": each word in capitals is written as a name.
// Words with full stops ("U.S.") and codes of two letters after a comma ("Irving, TX") stay.
[[nodiscard]] std::string capitals_as_names(std::string_view text);

}  // namespace lede
