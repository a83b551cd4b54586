// The rules that make words, and other ways to type them, of the segments of one chunk of text:
// what is typed between white space. They know no language.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace lede {

// A token before folding. Offsets, position and chunk count from the start of the chunk given.
struct NewsToken {
  TokenKind kind = TokenKind::kWord;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  std::uint32_t words = 1;
  std::uint32_t chunk = 0;
  bool dictionary = false;
  bool acronym = false;
  bool unless_shouting = false;  // not meant where everything around is in capitals
  std::string typed;
};

struct NewsTokens {
  std::vector<NewsToken> tokens;  // in the order Analyzer promises
  std::uint32_t words = 0;        // kWord tokens among them
  std::uint32_t chunks = 1;       // more than one where the chunk holds other white space
};

// `ends` are the ends of the segments of `chunk`, as Segmenter gives them.
[[nodiscard]] NewsTokens news_tokens(std::string_view chunk, std::span<const std::uint32_t> ends);

}  // namespace lede
