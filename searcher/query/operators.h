// Operators typed as words, in CAPITALS, and when such a word is only a word.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/tokens.h"
#include "searcher/query/warnings.h"

namespace lede::query {

// What `word` stands for between other words: AND, OR, NOT, and NEAR/5 and the like.
[[nodiscard]] std::optional<TokenKind> operator_of(std::string_view word);

// Looks at the whole query. In a headline typed in capitals AND, OR and NOT become words. Elsewhere
// NEAR, ADJ and SENTENCE between two operands become operators.
void resolve_operators(std::vector<Token>& tokens, Warnings& warnings);

}  // namespace lede::query
