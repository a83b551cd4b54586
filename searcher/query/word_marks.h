// The marks on a word: "word*", "w?rd", "word~2", "word^2". What cannot be done (*word) is
// recognised, so that nobody takes the answer for it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "searcher/query/tokens.h"
#include "searcher/query/tree.h"
#include "searcher/query/warnings.h"

namespace lede::query {

struct MarkedWord {
  NodeKind kind = NodeKind::kWord;  // or kPrefix, kWildcard, kFuzzy
  std::string text;                 // without the marks that were understood
  std::uint32_t distance = 0;       // of kFuzzy
  double boost = 1;
};

// The word of `chunk`, a kChunk with something to search for.
[[nodiscard]] MarkedWord read_word_marks(const Token& chunk, Warnings& warnings);

}  // namespace lede::query
