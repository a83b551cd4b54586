// Queries of every kind, drawn from the generated articles they are to find.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bench/generator/article_generator.h"

namespace lede::bench {

enum class QueryClass : std::uint8_t {
  kRare,          // one word of at most 1 article in 300
  kMid,           // one word of 1 in 100 to 1 in 20
  kCommon,        // one word of more than 1 in 6, not a function word
  kOr,            // two or three mid words, any of them
  kQuestion,      // "what was said about the …", function words and all, two words of one article
  kAnd,           // two common words of one article, both
  kPhrase,        // two to four words that follow each other in an article
  kCommonPhrase,  // the same, of function words and common words only
  kLongPrefix,    // a mid word without its last letter or two: at least five letters
  kShortPrefix,   // the first three letters of a mid word
};

inline constexpr std::array kQueryClasses = {QueryClass::kRare,       QueryClass::kMid,
                                             QueryClass::kCommon,     QueryClass::kOr,
                                             QueryClass::kQuestion,   QueryClass::kAnd,
                                             QueryClass::kPhrase,     QueryClass::kCommonPhrase,
                                             QueryClass::kLongPrefix, QueryClass::kShortPrefix};

[[nodiscard]] std::string_view name_of(QueryClass query_class);

// How rare a word is, is judged by the first 1000 articles, or by all when there are fewer.
class QuerySampler {
 public:
  // Queries about the first `articles` articles of `generator`, which must outlive this; at least
  // 300, so that there are words of each class.
  QuerySampler(const ArticleGenerator& generator, std::uint64_t articles, std::uint64_t seed);

  // The next query, in Lede's query language. Each has a hit among the articles.
  std::string draw(QueryClass query_class);

  // `count` of them.
  std::vector<std::string> draw(QueryClass query_class, std::size_t count);

 private:
  struct Share {
    double low;
    double high;
  };
  static constexpr Share kMidShare{0.01, 0.05};

  // A word of an article that so large a share of all articles has; another article is tried when
  // this one has none.
  std::string word_with(Share share);
  // All the words of a random article in order, "" where something other than a space is between.
  std::vector<std::string> random_article();
  std::vector<std::string> words_with(const std::vector<std::string>& words, Share share) const;
  [[nodiscard]] double share_of(const std::string& word) const;
  // Whether a phrase may have it: `common_only` leaves function words and common ones.
  [[nodiscard]] bool fits_phrase(const std::string& word, bool common_only) const;
  std::string phrase(bool common_only);
  std::string long_prefix();
  // Two different words of one article, both of that share.
  std::pair<std::string, std::string> pair_with(Share share);

  const ArticleGenerator& generator_;
  std::uint64_t articles_;
  Random random_;
  double judged_ = 0;                                           // articles that frequencies_ counts
  std::unordered_map<std::string, std::uint32_t> frequencies_;  // articles that have the word
};

}  // namespace lede::bench
