// Articles and small words that French, Italian and Catalan shorten before a vowel.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lede {

// Whether `before` + "'" + `after` is two words: "l" + "homme", "dell" + "arte", "qu" + "il".
// A vowel or mute h must follow, which keeps English ("it's", "o'clock", "c'mon") whole.
[[nodiscard]] bool is_elision(std::string_view before, std::string_view after);

}  // namespace lede
