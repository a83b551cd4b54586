// Tokens as one line of text, for tables in tests.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace lede::test {

// A token that owns its strings.
struct KeptToken {
  Token token;  // its views are into the strings below
  std::string term;
  std::string stem;
};

[[nodiscard]] std::vector<KeptToken> tokens_of(std::string_view text,
                                               std::string_view language = "en");

// "f +2f16 16": words in order, each followed by its alternates ("=biden"), acronyms ("^u.s") and
// joined forms with the number of words they cover ("+2f16"). A dictionary's word is in brackets.
[[nodiscard]] std::string terms_of(std::string_view text, std::string_view language = "en");

// The same with stems in place of terms.
[[nodiscard]] std::string stems_of(std::string_view text, std::string_view language = "en");

}  // namespace lede::test
