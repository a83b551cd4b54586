// From the bytes of a query to its pieces. White space ends a piece; brackets, quotation marks and
// operators count only where a word could begin, so that pasted text stays what it is.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/characters.h"
#include "searcher/query/quotes.h"
#include "searcher/query/tokens.h"
#include "searcher/query/warnings.h"

namespace lede::query {

class Lexer {
 public:
  // `text` is clean (see clean_text) and outlives the lexer.
  Lexer(std::string_view text, Warnings& warnings);

  // Once only. Every kField, and every kNot and kPlus that is no word, is followed by an operand
  // glued to it. A kClose always has its kOpen; a kOpen may lack its kClose.
  [[nodiscard]] std::vector<Token> run();

 private:
  // Each takes what its name says from at_ on, or leaves it there and returns false.
  bool take_quote();
  bool take_bracket();
  bool take_suffix();
  bool take_symbol_operator();
  bool take_prefix_operator();
  bool take_field();
  void take_chunk();

  bool take_escaped(Token& chunk);
  [[nodiscard]] bool ends_chunk(const Token& chunk, Character c);
  void note_brackets_and_quotes(Character c);
  void finish_chunk(Token chunk);

  [[nodiscard]] bool in_value() const;  // right after "title:"
  [[nodiscard]] bool is_group_end(std::size_t at) const;
  [[nodiscard]] bool at_word_start() const;

  void warn_of_quote(std::size_t at);
  void warn_of_field(std::string_view name);
  void emit(Token token);
  void settle(bool operand_follows);

  std::string_view text_;
  Warnings& warnings_;
  Quotes quotes_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool glued_ = false;  // no white space since the last token
  std::size_t open_groups_ = 0;
  std::size_t literal_brackets_ = 0;          // "(" in earlier chunks not closed yet
  std::size_t chunk_brackets_ = 0;            // likewise in this chunk
  std::optional<std::size_t> odd_character_;  // in this chunk, without its other half
};

}  // namespace lede::query
