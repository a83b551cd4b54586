// Invented news articles in any number, the same on every machine, for benchmarks and load tests.
//
// The corpus model, and where its figures come from (collections of English news):
//   words      Zipf-Mandelbrot over 2^18 ranks with an endless tail; see vocabulary.h
//   burstiness a word used once in an article is likely used again: each article has 8 topic words
//              of its own story, from every octave of rank alike, which make up 14% of its words
//   stories    about two thirds of the articles belong to a story told by eight or so others within
//              a month; they share topic words and people, so that a query has more than one hit
//   length     log-normal, median 350 words, the middle two thirds between about 165 and 740
//   form       sentences of about 20 words, paragraphs of one to four; direct speech, people by
//   full
//              name and then by surname, numbers, percentages, sums of money, hyphens, inflections
//   title      half topic words, so that a title shares words with its text
//   date       ten years from January 2014, evenly; publisher by a Zipf law over forty
// Article N depends on the seed and N only, so any slice can be made by itself.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "bench/generator/vocabulary.h"

namespace lede::bench {

struct GeneratedArticle {
  std::string id;  // "generated-SEED-NUMBER"
  std::string title;
  std::string text;  // paragraphs separated by a blank line
  std::string date;  // ISO 8601, UTC
  std::string author;
  std::string publisher;
  std::string url;
};

// Thread-safe after construction, which takes some milliseconds.
class ArticleGenerator {
 public:
  explicit ArticleGenerator(std::uint64_t seed) : seed_(seed) {}

  [[nodiscard]] GeneratedArticle article(std::uint64_t number) const;

 private:
  std::uint64_t seed_;
  ZipfRanks ranks_;
};

// The article as one line of JSONL, with the line's end, as `lede-indexer` reads it.
[[nodiscard]] std::string to_jsonl(const GeneratedArticle& article);

}  // namespace lede::bench
