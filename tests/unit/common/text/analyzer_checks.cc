// What must hold for the tokens of any text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/common/text/analyzer_checks.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "common/text/word_filter.h"

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

// The tokens that are one of two, but for where they are among the others; and that.
struct Found {
  std::vector<std::tuple<std::string, std::string, std::uint32_t, std::uint32_t>> tokens;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;

  void see(const Token& token) {
    tokens.emplace_back(std::string(token.term), std::string(token.stem), token.start, token.end);
    places.emplace_back(token.position, token.chunk);
  }

  // From each to the next: whether it is at the same place, the one after, or farther on.
  [[nodiscard]] std::vector<std::uint32_t> steps() const {
    std::vector<std::uint32_t> steps;
    for (std::size_t i = 1; i < places.size(); ++i) {
      steps.push_back(std::min(places[i].first - places[i - 1].first, 2U));
    }
    return steps;
  }
};

}  // namespace

std::string broken_promise(Analyzer& analyzer, std::string_view text, std::string_view language) {
  Checker checker(text);
  std::vector<KeptToken> tokens;
  analyzer.analyze(text, language, [&](const Token& token) {
    checker.see(token);
    tokens.push_back({token, std::string(token.term), std::string(token.stem)});
  });
  if (tokens.empty() || !checker.problem().empty()) {
    return checker.problem();
  }
  return changed_by_passing(analyzer, text, language, tokens[text.size() % tokens.size()],
                            tokens[text.size() / 7 % tokens.size()]);
}

std::string changed_by_passing(Analyzer& analyzer, std::string_view text, std::string_view language,
                               const KeptToken& first, const KeptToken& second) {
  WordFilter wanted;
  for (const KeptToken* one : {&first, &second}) {
    wanted.want_term(one->term);
    wanted.want_stem(one->stem);
  }
  const auto seen_by = [&](Found& found) {
    return [&](const Token& token) {
      if (token.term == first.term || token.stem == first.stem || token.term == second.term ||
          token.stem == second.stem) {
        found.see(token);
      }
    };
  };
  Found all;
  Found passing;
  Found counting;
  analyzer.analyze(text, language, seen_by(all));
  analyzer.analyze(text, language, wanted, seen_by(passing));
  wanted.want_distances();
  analyzer.analyze(text, language, wanted, seen_by(counting));
  const std::string words = first.term + ", " + second.term;
  if (passing.tokens != all.tokens || counting.tokens != all.tokens) {
    return "passed over: one of " + words;
  }
  return passing.steps() == all.steps() && counting.places == all.places
             ? ""
             : "neighbours told wrongly by passing over: " + words;
}

}  // namespace lede::test
