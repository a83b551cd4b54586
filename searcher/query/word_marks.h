// The marks on a word: "*" after it makes a prefix. Those for what this version cannot do
// (word~2, word^2, w?rd, *word) are recognised, so that nobody takes the answer for theirs.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "searcher/query/tokens.h"
#include "searcher/query/warnings.h"

namespace lede::query {

struct MarkedWord {
  std::string text;  // without the marks that were understood
  bool is_prefix = false;
};

// The word of `chunk`, a kChunk with something to search for.
[[nodiscard]] MarkedWord read_word_marks(const Token& chunk, Warnings& warnings);

}  // namespace lede::query
