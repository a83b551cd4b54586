// Which articles a query means, and which of their words, worked out the slow and obvious way from
// the words themselves: every combination is tried.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/tree.h"

namespace lede::test {

struct PlainArticle {
  std::string title;
  std::string text;
};

// A word of a text with every term and stem at its position.
struct PlainWord {
  std::uint32_t position = 0;
  std::uint32_t start = 0;  // bytes: [start, end)
  std::uint32_t end = 0;
  std::string term;
  std::string stem;
};

// Words that are one leaf of a query: positions [first, last], bytes [start, end).
struct PlainSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  auto operator<=>(const PlainSpan&) const = default;  // NOLINT(modernize-use-nullptr): clang 14
};

using Bytes = std::pair<std::size_t, std::size_t>;

// For English articles and queries of letters, with --match all. Documented rules only; nothing of
// the search is used but the analyzer and the finder of sentences.
class BruteForce {
 public:
  explicit BruteForce(Analyzer& analyzer) : analyzer_(analyzer) {}

  // Every article there is, before any question: which words are written as one, which with a
  // hyphen.
  void learn(const PlainArticle& article);

  // `node` with an OR where words may be written as one, or apart, too.
  [[nodiscard]] QueryNode with_other_writings(const QueryNode& node);

  [[nodiscard]] bool matches(const QueryNode& node, const PlainArticle& article);

  // What of a title or text is to be marked, overlapping where matches do.
  [[nodiscard]] std::set<Bytes> marks(const QueryNode& node, std::string_view text, bool is_title);

 private:
  using Words = std::vector<PlainWord>;
  struct Text {
    std::string_view bytes;
    Words words;
    std::vector<std::uint32_t> sentences;
    bool is_title = false;
  };

  [[nodiscard]] Words words_of(std::string_view text);
  [[nodiscard]] Text read(std::string_view text, bool is_title);
  [[nodiscard]] bool meets(const QueryNode& node, const std::vector<Text>& texts);
  [[nodiscard]] std::set<PlainSpan> spans(const QueryNode& node, const Text& text,
                                          bool beside_others);
  [[nodiscard]] std::set<PlainSpan> together(const QueryNode& group, const Text& text);
  [[nodiscard]] std::set<PlainSpan> word_spans(const QueryNode& node, const Text& text);
  [[nodiscard]] std::set<PlainSpan> phrase_spans(const QueryNode& node, const Text& text);
  [[nodiscard]] std::set<PlainSpan> pattern_spans(const std::string& pattern, const Text& text);
  [[nodiscard]] std::set<PlainSpan> fuzzy_spans(const QueryNode& node, const Text& text);
  void add_marks(const QueryNode& node, const Text& text, std::set<Bytes>& marks);
  [[nodiscard]] std::vector<std::string> changed(const std::string& phrase);

  Analyzer& analyzer_;
  std::set<std::string> terms_;
  std::map<std::string, std::string> apart_;  // "longrange" → "long range"
};

}  // namespace lede::test
