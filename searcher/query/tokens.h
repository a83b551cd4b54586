// The pieces of a query, as the lexer hands them to the parser.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/fields.h"

namespace lede::query {

enum class TokenKind : std::uint8_t {
  kChunk,      // `text`: what stood between white space, backslashes resolved
  kPhrase,     // `text`: between quotation marks, spaces squeezed
  kStar,       // "*" alone
  kOpen,       // "(" that groups
  kClose,      // ")" of a group
  kAnd,        // AND, &, &&
  kOr,         // OR, |, ||
  kNot,        // NOT, and - or ! before something
  kPlus,       // + before something
  kField,      // a known name and its colon; `field`
  kSuffix,     // "~5", "^2" or "*" right after a phrase or a group
  kProximity,  // NEAR/5, ADJ, SENTENCE: see proximity_of
};

struct Token {
  TokenKind kind = TokenKind::kChunk;
  std::size_t start = 0;  // range in the query: UTF-8 bytes
  std::size_t end = 0;
  std::string text;  // of operators and fields, as typed
  FieldName field;
  std::vector<std::size_t> specials;  // of a kChunk: where in `text` a * ? ~ ^ without backslash is
  bool glued = false;                 // nothing stands between it and the token before
  bool word = false;                  // an operator typed in letters
};

}  // namespace lede::query
