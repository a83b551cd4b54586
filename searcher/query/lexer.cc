// Cutting a query into its pieces.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/lexer.h"

#include <algorithm>
#include <utility>

#include "searcher/query/operators.h"

namespace lede::query {
namespace {

constexpr std::size_t kMostAmpersands = 2;
constexpr std::size_t kShortestFieldName = 2;  // "C:\dir" has none

bool begins_operand(TokenKind kind, bool word) {
  switch (kind) {
    case TokenKind::kChunk:
    case TokenKind::kPhrase:
    case TokenKind::kStar:
    case TokenKind::kOpen:
    case TokenKind::kField:
      return true;
    case TokenKind::kNot:
    case TokenKind::kPlus:
      return !word;
    default:
      return false;
  }
}

bool may_have_suffix(TokenKind kind) {
  return kind == TokenKind::kPhrase || kind == TokenKind::kClose || kind == TokenKind::kSuffix;
}

bool is_suffix_mark(char c) { return c == '~' || c == '^' || c == '*'; }

bool is_ascii_punctuation(char32_t code) {
  return code > U' ' && code < 0x7F && !is_word_character(code);
}

// The text of a phrase: a backslash before a quotation mark or a backslash is dropped.
std::string phrase_text(std::string_view raw) {
  std::string text;
  for (std::size_t at = 0; at < raw.size();) {
    Character c = character_at(raw, at);
    const Character next = character_at(raw, at + c.bytes);
    if (c.code == U'\\' && (next.code == U'\\' || Quotes::is_mark(next.code))) {
      at += c.bytes;
      c = next;
    }
    text += raw.substr(at, c.bytes);
    at += c.bytes;
  }
  return squeeze_spaces(text);
}

}  // namespace

Lexer::Lexer(std::string_view text, Warnings& warnings)
    : text_(text), warnings_(warnings), quotes_(text) {}

std::vector<Token> Lexer::run() {
  while (at_ < text_.size()) {
    const Character c = character_at(text_, at_);
    if (is_space(c.code)) {
      glued_ = false;
      at_ += c.bytes;
    } else if (take_quote() || take_bracket()) {
      continue;
    } else if (in_value() || !(take_suffix() || take_symbol_operator() || take_prefix_operator() ||
                               take_field())) {
      take_chunk();
    }
  }
  settle(false);
  return std::move(tokens_);
}

bool Lexer::take_quote() {
  const Character mark = character_at(text_, at_);
  if (!Quotes::is_mark(mark.code)) {
    return false;
  }
  const auto range = quotes_.open_at(at_);
  if (!range) {
    if (mark.code != U'»') {
      warn_of_quote(at_);
    }
    at_ += mark.bytes;
    return true;
  }
  Token phrase;
  phrase.kind = TokenKind::kPhrase;
  phrase.start = at_;
  phrase.end = at_ = range->end;
  phrase.text = phrase_text(text_.substr(range->text_start, range->text_end - range->text_start));
  if (has_word(phrase.text)) {
    emit(std::move(phrase));
  }
  return true;
}

bool Lexer::take_bracket() {
  Token bracket;
  bracket.start = at_;
  bracket.end = at_ + 1;
  if (text_[at_] == '(') {
    bracket.kind = TokenKind::kOpen;
    ++open_groups_;
  } else if (text_[at_] == ')' && open_groups_ > 0) {
    bracket.kind = TokenKind::kClose;
    --open_groups_;
  } else {
    return false;
  }
  at_ = bracket.end;
  emit(std::move(bracket));
  return true;
}

bool Lexer::take_suffix() {
  if (!glued_ || tokens_.empty() || tokens_.back().end != at_ ||
      !may_have_suffix(tokens_.back().kind) || !is_suffix_mark(text_[at_])) {
    return false;
  }
  std::size_t end = at_ + 1;
  while (end < text_.size() && (is_ascii_digit(text_[end]) || text_[end] == '.')) {
    ++end;
  }
  if (end < text_.size() && !is_space(character_at(text_, end).code) && !is_group_end(end) &&
      !is_suffix_mark(text_[end])) {
    return false;
  }
  Token suffix;
  suffix.kind = TokenKind::kSuffix;
  suffix.start = std::exchange(at_, end);
  suffix.end = end;
  suffix.text = text_.substr(suffix.start, end - suffix.start);
  emit(std::move(suffix));
  return true;
}

bool Lexer::take_symbol_operator() {
  const char symbol = text_[at_];
  if (symbol != '|' && symbol != '&') {
    return false;
  }
  const std::size_t end = std::min(text_.find_first_not_of(symbol, at_), text_.size());
  if (symbol == '&') {
    const Character next = character_at(text_, end);
    const bool alone = next.bytes == 0 || is_space(next.code) || next.code == U'(' ||
                       next.code == U')' || Quotes::is_mark(next.code);
    if (!alone || end - at_ > kMostAmpersands) {
      return false;
    }
  }
  Token token;
  token.kind = symbol == '|' ? TokenKind::kOr : TokenKind::kAnd;
  token.start = std::exchange(at_, end);
  token.end = end;
  token.text = text_.substr(token.start, end - token.start);
  emit(std::move(token));
  return true;
}

bool Lexer::take_prefix_operator() {
  const char symbol = text_[at_];
  const Character next = character_at(text_, at_ + 1);
  const bool prefix = symbol == '-' || symbol == '!' || symbol == '+';
  // Two of them are a dash or a cry, not an operator.
  if (!prefix || !at_word_start() || next.bytes == 0 || is_space(next.code) ||
      next.code == static_cast<char32_t>(symbol) || is_group_end(at_ + 1)) {
    return false;
  }
  Token token;
  token.kind = symbol == '+' ? TokenKind::kPlus : TokenKind::kNot;
  token.start = at_++;
  token.end = at_;
  token.text = symbol;
  emit(std::move(token));
  return true;
}

bool Lexer::take_field() {
  std::size_t colon = at_;
  while (colon < text_.size() && is_ascii_letter(text_[colon])) {
    ++colon;
  }
  const std::string_view name = text_.substr(at_, colon - at_);
  if (name.size() < kShortestFieldName || colon == text_.size() || text_[colon] != ':' ||
      !at_word_start()) {
    return false;
  }
  const auto field = find_field(name);
  if (!field) {
    warn_of_field(name);
    return false;
  }
  Token token;
  token.kind = TokenKind::kField;
  token.start = at_;
  token.end = at_ = colon + 1;
  token.text = name;
  token.field = *field;
  emit(std::move(token));
  return true;
}

void Lexer::take_chunk() {
  Token chunk;
  chunk.start = at_;
  chunk_brackets_ = 0;
  odd_character_.reset();
  while (at_ < text_.size()) {
    if (take_escaped(chunk)) {
      continue;
    }
    const Character c = character_at(text_, at_);
    if (ends_chunk(chunk, c)) {
      break;
    }
    note_brackets_and_quotes(c);
    if (c.code == U'*' || c.code == U'?' || c.code == U'~' || c.code == U'^') {
      chunk.specials.push_back(chunk.text.size());
    }
    chunk.text += text_.substr(at_, c.bytes);
    at_ += c.bytes;
  }
  chunk.end = at_;
  literal_brackets_ += chunk_brackets_;
  finish_chunk(std::move(chunk));
}

// A backslash takes the character after it literally. Before a letter or digit it is one itself:
// "C:\dir" stays.
bool Lexer::take_escaped(Token& chunk) {
  const Character next = character_at(text_, at_ + 1);
  if (text_[at_] != '\\' || !is_ascii_punctuation(next.code)) {
    return false;
  }
  chunk.text += text_[at_ + 1];
  at_ += 2;
  return true;
}

bool Lexer::ends_chunk(const Token& chunk, Character c) {
  if (is_space(c.code)) {
    return true;
  }
  if (at_ == chunk.start) {
    return false;
  }
  switch (c.code) {
    case U'|':
      return true;
    case U')':
      return chunk_brackets_ == 0 && open_groups_ > 0;
    case U'(':  // "NOT(a b)"
      return operator_of(text_.substr(chunk.start, at_ - chunk.start)).has_value() && !in_value();
    default:
      return Quotes::is_mark(c.code) && quotes_.open_within_word(at_).has_value();
  }
}

// Remembers the first bracket or quotation mark in a chunk that has no other half.
void Lexer::note_brackets_and_quotes(Character c) {
  if (c.code == U'(') {
    ++chunk_brackets_;
  } else if (c.code == U')') {
    std::size_t& open = chunk_brackets_ > 0 ? chunk_brackets_ : literal_brackets_;
    if (open > 0) {
      --open;
    } else if (!odd_character_) {
      odd_character_ = at_;
    }
  } else if (Quotes::is_mark(c.code) && !odd_character_ && !quotes_.is_gershayim(at_)) {
    const Character before = character_before(text_, at_);
    if (before.code < U'0' || before.code > U'9') {  // 5" is inches
      odd_character_ = at_;
    }
  }
}

void Lexer::finish_chunk(Token chunk) {
  const bool searchable = has_word(chunk.text);
  // A smiley's bracket is none.
  if (odd_character_ && (searchable || *odd_character_ == chunk.start)) {
    if (text_[*odd_character_] == ')') {
      warnings_.add(warning::kUnbalancedBracket, *odd_character_,
                    "no bracket is open here; the \")\" was taken literally");
    } else {
      warn_of_quote(*odd_character_);
    }
  }
  const bool escaped = chunk.end - chunk.start != chunk.text.size();
  if ((chunk.text == "*" || chunk.text == "*:*") && !escaped) {  // the latter is Lucene's
    chunk.kind = TokenKind::kStar;
  } else if (!searchable) {
    return;
  } else if (!escaped && !in_value()) {
    if (const auto kind = operator_of(chunk.text)) {
      chunk.kind = *kind;
      chunk.word = true;
    }
  }
  emit(std::move(chunk));
}

bool Lexer::in_value() const {
  return glued_ && !tokens_.empty() && tokens_.back().kind == TokenKind::kField;
}

bool Lexer::is_group_end(std::size_t at) const {
  return open_groups_ > 0 && at < text_.size() && text_[at] == ')';
}

bool Lexer::at_word_start() const {
  if (!glued_ || tokens_.empty()) {
    return true;
  }
  const Token& last = tokens_.back();
  switch (last.kind) {
    case TokenKind::kOpen:
    case TokenKind::kAnd:
    case TokenKind::kOr:
    case TokenKind::kNot:
    case TokenKind::kPlus:
      return true;
    default:
      return false;
  }
}

void Lexer::warn_of_quote(std::size_t at) {
  warnings_.add(warning::kUnbalancedQuote, at,
                "this quotation mark has no other half; it was ignored and the words are searched "
                "as words");
}

void Lexer::warn_of_field(std::string_view name) {
  const std::size_t after = at_ + name.size() + 1;
  const Character next = character_at(text_, after);
  const bool value =
      is_word_character(next.code) || next.code == U'(' || Quotes::is_mark(next.code);
  if (!value || is_scheme(name)) {
    return;
  }
  const std::string typed = in_quotes(std::string(name) + ':');
  const std::string_view nearest = nearest_field(name);
  warnings_.add(
      warning::kUnknownField, at_,
      typed + " is no field and was taken as a word; " +
          (nearest.empty() ? std::string("fields are title, author, source, place, url, "
                                         "path, lang, id, has, is, date, after and before")
                           : "did you mean \"" + std::string(nearest) + ":\"?"));
}

void Lexer::emit(Token token) {
  token.glued = glued_;
  settle(glued_ && begins_operand(token.kind, token.word));
  tokens_.push_back(std::move(token));
  glued_ = true;
}

// Undoes what waits for an operand that did not come: "title: x", "- x".
void Lexer::settle(bool operand_follows) {
  while (!operand_follows && !tokens_.empty()) {
    Token& last = tokens_.back();
    if (last.kind == TokenKind::kField) {
      warnings_.add(warning::kEmptyField, last.start,
                    in_quotes(last.text + ':') +
                        " has nothing to look for and was taken as a word; "
                        "write " +
                        in_quotes(last.text + ":word") + ", without a space");
      last.kind = TokenKind::kChunk;
      return;
    }
    if (last.word || (last.kind != TokenKind::kNot && last.kind != TokenKind::kPlus)) {
      return;
    }
    tokens_.pop_back();
  }
}

}  // namespace lede::query
