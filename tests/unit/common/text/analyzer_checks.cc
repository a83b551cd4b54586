// What must hold for the tokens of any text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/common/text/analyzer_checks.h"

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace lede::test {

namespace {

bool inside_character(std::string_view text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text), well_formed_(is_valid_utf8(text)) {}

  void see(const Token& token) {
    check(token.start < token.end, "empty range");
    check(token.end <= text_.size(), "range past the end");
    check(!token.term.empty() && token.term.size() <= kMaxTerm, "length of term");
    check(!token.stem.empty() && token.stem.size() <= kMaxTerm, "length of stem");
    check(is_valid_utf8(token.term) && is_valid_utf8(token.stem), "term is no UTF-8");
    check(token.chunk >= last_.chunk, "chunks go back");
    check(token.words == 1 || token.kind == TokenKind::kJoined, "covers several words");
    check(token.kind != TokenKind::kJoined || token.words > 1, "joins nothing");
    if (well_formed_) {
      check(!inside_character(text_, token.start) && !inside_character(text_, token.end),
            "range cuts a character");
    }
    if (token.kind == TokenKind::kWord) {
      check(token.position == words_, "position of a word");
      check(token.start >= word_end_, "words overlap");
      check(token.words == 1, "a word of several");
      ++words_;
      word_end_ = token.end;
    } else {
      check(words_ > 0 && token.position == words_ - 1, "alternate away from its word");
    }
    last_ = token;
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  void check(bool holds, std::string_view promise) {
    if (!holds && problem_.empty()) {
      problem_ = promise;
    }
  }

  std::string_view text_;
  bool well_formed_;
  Token last_;
  std::uint32_t words_ = 0;
  std::uint32_t word_end_ = 0;
  std::string problem_;
};

}  // namespace

std::string broken_promise(Analyzer& analyzer, std::string_view text, std::string_view language) {
  Checker checker(text);
  analyzer.analyze(text, language, [&checker](const Token& token) { checker.see(token); });
  return checker.problem();
}

}  // namespace lede::test
