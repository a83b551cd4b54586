// What must hold for the tokens of any text; shared by the property tests and the fuzz target.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/text/analyzer.h"
#include "tests/unit/common/text/shown_tokens.h"

namespace lede::test {

// An empty string, or what is wrong with the tokens of `text`.
[[nodiscard]] std::string broken_promise(Analyzer& analyzer, std::string_view text,
                                         std::string_view language);

// An empty string, or what passing over (word_filter.h) changes for who looks for these two tokens
// of `text`: none may be lost, and which are neighbours stays the same.
[[nodiscard]] std::string changed_by_passing(Analyzer& analyzer, std::string_view text,
                                             std::string_view language, const KeptToken& first,
                                             const KeptToken& second);

}  // namespace lede::test
