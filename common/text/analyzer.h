// From text to index terms: the one code path that the index, the query and the snippet share, so
// that what is marked is what matched. Segmentation, news tokens, folding and stemming in order.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace lede {

class WordFilter;

// What a token stands for beside the words around it.
enum class TokenKind : std::uint8_t {
  kWord,       // a word of running text, with a position of its own
  kAlternate,  // another way to type the word at the same position and range: "$735" of "735",
               // "biden" of "biden's", "café" of "cafe", acronym "u.s." of "us"
  kJoined,     // the words it covers typed as one: "longrange" of "long-range", "f16" of "F-16";
               // its position is that of its first word
};

// One term of the text. The views live until the visitor returns.
struct Token {
  TokenKind kind = TokenKind::kWord;
  std::uint32_t start = 0;  // range in the text given, in UTF-8 bytes: [start, end)
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // number of kWord tokens before this word
  std::uint32_t words = 1;     // how many words it covers; more than one only for kJoined
  std::uint32_t chunk = 0;     // tokens typed without white space between them share a chunk number
  bool dictionary = false;  // found by a dictionary (Chinese, Japanese, Thai, …), not by spaces
  bool acronym = false;     // the alternate that keeps "U.S." and "US" apart from "us"
  std::string_view term;    // exact form, folded; at most 64 bytes, longer words keep a hash
  std::string_view stem;    // folded Snowball stem in the analyzer's language; the term itself
                            // where the language is unknown or has no stemmer
};

using TokenVisitor = std::function<void(const Token&)>;

// Not safe for use by two threads at once: make one for each thread. Making one costs about a
// millisecond, so keep it; it remembers words in up to some 15 MB.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Calls `visit` for each token of `text` in order of position. `language` is a BCP 47 primary
  // tag, or empty for unknown. Invalid UTF-8 is read as U+FFFD, which is no part of any word;
  // offsets are those of the bytes given. Never fails; an empty text has no tokens. `visit` must
  // not call `analyze` of the same analyzer.
  //
  // A word with accents has two stems where they matter to Snowball: the word's token has that of
  // the accented form, its accented alternate ("général") that of the form without ("general").
  void analyze(std::string_view text, std::string_view language, const TokenVisitor& visit);

  // The same, but passes over what has no word that `wanted` wants. Positions and numbers of chunks
  // are those of the whole text only if it wants distances; else they tell at least which words
  // have none between them. In a language whose stems may begin otherwise than their words, all
  // tokens are visited.
  void analyze(std::string_view text, std::string_view language, const WordFilter& wanted,
               const TokenVisitor& visit);

  // The folded stem of one already folded or typed word, as `analyze` would give it.
  [[nodiscard]] std::string stem(std::string_view word, std::string_view language);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Identifies everything that decides which terms a text gets: the library versions and our own
// rules' version. Stored in the database; a database with another one is refused.
[[nodiscard]] std::string analyzer_fingerprint();

}  // namespace lede
