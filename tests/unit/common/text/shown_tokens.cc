// Tokens as one line of text, for tables in tests.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/common/text/shown_tokens.h"

namespace lede::test {

namespace {

Analyzer& shared_analyzer() {
  static Analyzer analyzer;
  return analyzer;
}

std::string shown(const KeptToken& kept, const std::string& form) {
  switch (kept.token.kind) {
    case TokenKind::kWord:
      return kept.token.dictionary ? "[" + form + "]" : form;
    case TokenKind::kAlternate:
      return (kept.token.acronym ? "^" : "=") + form;
    case TokenKind::kJoined:
      return "+" + std::to_string(kept.token.words) + form;
  }
  return {};
}

std::string line_of(const std::vector<KeptToken>& tokens, std::string KeptToken::*form) {
  std::string line;
  for (const KeptToken& kept : tokens) {
    line += line.empty() ? "" : " ";
    line += shown(kept, kept.*form);
  }
  return line;
}

}  // namespace

std::vector<KeptToken> tokens_of(std::string_view text, std::string_view language) {
  std::vector<KeptToken> tokens;
  shared_analyzer().analyze(text, language, [&tokens](const Token& token) {
    tokens.push_back({token, std::string(token.term), std::string(token.stem)});
  });
  for (KeptToken& kept : tokens) {
    kept.token.term = kept.term;
    kept.token.stem = kept.stem;
  }
  return tokens;
}

std::string terms_of(std::string_view text, std::string_view language) {
  return line_of(tokens_of(text, language), &KeptToken::term);
}

std::string stems_of(std::string_view text, std::string_view language) {
  return line_of(tokens_of(text, language), &KeptToken::stem);
}

}  // namespace lede::test
