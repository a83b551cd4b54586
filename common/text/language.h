// Which language a text is in, by CLD2; unknown stays unknown.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lede {

// The BCP 47 primary tag of the language of `text` (valid UTF-8), or an empty string when CLD2
// calls its own answer unreliable or the text is too short to tell. Thread-safe.
[[nodiscard]] std::string detect_language(std::string_view text);

// "en-GB", "EN", "english", "eng" → "en". An empty string when it names no language we know.
[[nodiscard]] std::string normalize_language(std::string_view declared);

// Tags of all languages that have a Snowball stemmer in the library we are linked with, sorted.
[[nodiscard]] const std::vector<std::string>& stemmed_languages();

}  // namespace lede
