// Telling operators from words.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/operators.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "searcher/query/characters.h"
#include "searcher/query/proximity.h"

namespace lede::query {
namespace {

// Fewer than three words beside the operators are as likely acronyms: `NATO AND EU`.
constexpr std::size_t kHeadlineWords = 3;

enum class Capitals : std::uint8_t { kNoLetters, kAll, kNotAll };

Capitals capitals_of(std::string_view text) {
  Capitals found = Capitals::kNoLetters;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (u_isupper(static_cast<UChar32>(c.code)) != 0) {
      found = Capitals::kAll;
    } else if (is_letter(c.code)) {
      return Capitals::kNotAll;  // small letters, and scripts that have no capitals
    }
    at += c.bytes;
  }
  return found;
}

// A headline in capitals: bare words only, none of them small, two of them side by side.
bool is_headline(const std::vector<Token>& tokens) {
  std::size_t words = 0;
  bool side_by_side = false;
  bool after_word = false;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kChunk) {
      const Capitals capitals = capitals_of(token.text);
      if (capitals == Capitals::kNotAll) {
        return false;
      }
      words += capitals == Capitals::kAll ? 1U : 0U;
      side_by_side = side_by_side || after_word;
    } else if (!token.word && token.kind != TokenKind::kAnd && token.kind != TokenKind::kOr) {
      return false;
    }
    after_word = token.kind == TokenKind::kChunk;
  }
  return words >= kHeadlineWords && side_by_side;
}

bool is_operand_end(const Token& token) {
  return token.kind == TokenKind::kChunk || token.kind == TokenKind::kPhrase ||
         token.kind == TokenKind::kClose || token.kind == TokenKind::kSuffix;
}

bool is_operand_start(const Token& token) {
  return token.kind == TokenKind::kChunk || token.kind == TokenKind::kPhrase ||
         token.kind == TokenKind::kOpen || token.kind == TokenKind::kField ||
         token.kind == TokenKind::kNot || token.kind == TokenKind::kPlus;
}

bool is_bare_proximity(const Token& token) {
  return token.kind == TokenKind::kChunk && token.end - token.start == token.text.size() &&
         proximity_of(token.text).has_value();
}

// Where all words are in capitals, SENTENCE is as likely one of them.
void find_bare_proximity(std::vector<Token>& tokens) {
  const bool has_small = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return capitals_of(token.text) == Capitals::kNotAll;
  });
  for (std::size_t i = 1; has_small && i + 1 < tokens.size(); ++i) {
    const bool value = tokens[i - 1].kind == TokenKind::kField;
    if (!value && is_bare_proximity(tokens[i]) && is_operand_end(tokens[i - 1]) &&
        is_operand_start(tokens[i + 1])) {
      tokens[i].kind = TokenKind::kProximity;
      tokens[i].word = true;
    }
  }
}

}  // namespace

std::optional<TokenKind> operator_of(std::string_view word) {
  if (word == "AND") {
    return TokenKind::kAnd;
  }
  if (word == "OR") {
    return TokenKind::kOr;
  }
  if (word == "NOT") {
    return TokenKind::kNot;
  }
  const auto proximity = proximity_of(word);
  return proximity && !proximity->number.empty() ? std::optional(TokenKind::kProximity)
                                                 : std::nullopt;
}

void resolve_operators(std::vector<Token>& tokens, Warnings& warnings) {
  const auto first =
      std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.word; });
  if (first == tokens.end() || !is_headline(tokens)) {
    find_bare_proximity(tokens);
    return;
  }
  warnings.add(warning::kCapitals, first->start,
               "everything is in capitals, so " + in_quotes(first->text) +
                   " was taken as a word; for an operator type the other words in small letters, "
                   "or use \"&\", \"|\" and \"-\"");
  for (Token& token : tokens) {
    if (token.word) {
      token.kind = TokenKind::kChunk;
      token.word = false;
    }
  }
}

}  // namespace lede::query
