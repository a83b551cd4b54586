// The generated articles are always the same and have the statistics that their head comment
// states.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "bench/generator/article_generator.h"
#include "bench/generator/prose.h"

namespace lede::bench {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(lower(text));
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    word.erase(std::remove_if(word.begin(), word.end(),
                              [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); }),
               word.end());
    if (!word.empty()) {
      words.push_back(word);
    }
  }
  return words;
}

// Shared by the tests of statistics: making it takes most of their time.
const std::vector<std::vector<std::string>>& collection() {
  static const auto kTexts = [] {
    const ArticleGenerator generator(7);
    std::vector<std::vector<std::string>> texts;
    for (std::uint64_t number = 0; number < 1500; ++number) {
      texts.push_back(words_of(generator.article(number).text));
    }
    return texts;
  }();
  return kTexts;
}

// Frequencies of all words of the collection, largest first.
std::vector<std::pair<double, std::string>> ranked_words() {
  std::unordered_map<std::string, double> counts;
  for (const auto& words : collection()) {
    for (const auto& word : words) {
      ++counts[word];
    }
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [word, count] : counts) {
    ranked.emplace_back(count, word);
  }
  std::sort(ranked.rbegin(), ranked.rend());
  return ranked;
}

// The slope of log frequency over log rank between two ranks.
double slope(const std::vector<std::pair<double, std::string>>& ranked, std::size_t from,
             std::size_t to) {
  return std::log(ranked[to].first / ranked[from].first) /
         std::log(static_cast<double>(to + 1) / static_cast<double>(from + 1));
}

TEST(Generator, GivesTheSameArticlesOnEveryMachine) {
  const ArticleGenerator generator(1);
  std::string lines;
  for (std::uint64_t number = 0; number < 200; ++number) {
    lines += to_jsonl(generator.article(number));
  }
  // Changing the generator changes this number, and makes older measurements incomparable.
  EXPECT_EQ(XXH3_64bits(lines.data(), lines.size()), 18011970330649118864U);
}

TEST(Generator, GivesOtherArticlesForAnotherSeed) {
  EXPECT_NE(ArticleGenerator(1).article(5).text, ArticleGenerator(2).article(5).text);
  EXPECT_NE(ArticleGenerator(1).article(5).text, ArticleGenerator(1).article(6).text);
}

TEST(Generator, MakesAnArticleAloneAsAmongOthers) {
  const ArticleGenerator one(3);
  const std::string alone = to_jsonl(one.article(41));
  for (std::uint64_t number = 0; number < 41; ++number) {
    (void)one.article(number);
  }
  EXPECT_EQ(to_jsonl(one.article(41)), alone);
}

TEST(Generator, UsesWordsByZipfsLaw) {
  const auto ranked = ranked_words();
  EXPECT_EQ(ranked[0].second, "the");
  EXPECT_NEAR(slope(ranked, 9, 199), -1, 0.2);
  EXPECT_NEAR(slope(ranked, 199, 2999), -1, 0.25);
  EXPECT_LT(slope(ranked, 2999, 29999), -1.1);  // the tail is steeper
}

TEST(Generator, KeepsFindingNewWords) {
  std::set<std::string> seen;
  std::size_t in_first_half = 0;
  for (std::size_t i = 0; i < collection().size(); ++i) {
    seen.insert(collection()[i].begin(), collection()[i].end());
    if (i + 1 == collection().size() / 2) {
      in_first_half = seen.size();
    }
  }
  // Heaps' law: the vocabulary grows as a power between 0.4 and 0.8 of the text.
  const double growth = static_cast<double>(seen.size()) / static_cast<double>(in_first_half);
  EXPECT_GT(growth, std::pow(2, 0.4));
  EXPECT_LT(growth, std::pow(2, 0.8));
}

// Church and Gale's measure: occurrences for each article that has the word. A word scattered by
// chance alone has little more than 1; names and topics in news have 2 and more.
TEST(Generator, RepeatsAWordInTheArticleThatHasIt) {
  std::map<std::string, std::pair<double, double>> counts;  // occurrences, articles
  for (const auto& words : collection()) {
    for (const auto& word : std::set<std::string>(words.begin(), words.end())) {
      counts[word].second += 1;
    }
    for (const auto& word : words) {
      counts[word].first += 1;
    }
  }
  double occurrences = 0;
  double articles = 0;
  for (const auto& [word, count] : counts) {
    if (count.second >= 5 && count.second <= 60) {
      occurrences += count.first;
      articles += count.second;
    }
  }
  EXPECT_GT(occurrences / articles, 1.3);
  EXPECT_LT(occurrences / articles, 4);
}

TEST(Generator, WritesArticlesAsLongAsNews) {
  std::vector<std::size_t> lengths;
  for (const auto& words : collection()) {
    lengths.push_back(words.size());
  }
  std::sort(lengths.begin(), lengths.end());
  const auto at = [&](double part) {
    return static_cast<double>(lengths[static_cast<std::size_t>(part * 1499)]);
  };
  EXPECT_NEAR(at(0.5), 365, 35);
  EXPECT_NEAR(at(0.16), 172, 30);
  EXPECT_NEAR(at(0.84), 755, 90);
  EXPECT_GT(at(1), 2500);
}

TEST(Generator, SharesWordsBetweenTitleAndText) {
  const ArticleGenerator generator(7);
  std::size_t shared = 0;
  std::size_t all = 0;
  for (std::uint64_t number = 0; number < 300; ++number) {
    const auto& text = collection()[number];
    for (const auto& word : words_of(generator.article(number).title)) {
      shared += std::find(text.begin(), text.end(), word) == text.end() ? 0U : 1U;
      ++all;
    }
  }
  const double part = static_cast<double>(shared) / static_cast<double>(all);
  EXPECT_GT(part, 0.4);
  EXPECT_LT(part, 0.9);
}

TEST(Generator, DatesAndNamesAreWellFormed) {
  const ArticleGenerator generator(7);
  std::set<std::string> publishers;
  for (std::uint64_t number = 0; number < 500; ++number) {
    const GeneratedArticle article = generator.article(number);
    EXPECT_EQ(article.date.size(), 20U);
    EXPECT_GE(article.date, "2014-01-01T00:00:00Z");
    EXPECT_LT(article.date, "2024-01-01T00:00:00Z");
    EXPECT_EQ(article.url.rfind("https://", 0), 0U) << article.url;
    EXPECT_EQ(article.url.find(' '), std::string::npos) << article.url;
    publishers.insert(article.publisher);
  }
  EXPECT_GT(publishers.size(), 20U);
  EXPECT_LE(publishers.size(), 40U);
}

TEST(Vocabulary, GivesEachRankAWordOfItsOwn) {
  std::set<std::string> words;
  for (std::uint64_t rank = 0; rank < 100000; ++rank) {
    EXPECT_TRUE(words.insert(word_of(rank)).second) << rank << ' ' << word_of(rank);
  }
}

TEST(Vocabulary, NamesAreNoWords) {
  std::set<std::string> words;
  for (std::uint64_t rank = 0; rank < 80000; ++rank) {
    words.insert(word_of(rank));
  }
  for (std::uint64_t number = 0; number < 10000; ++number) {
    const std::string name = name_of(number);
    EXPECT_TRUE(name[0] >= 'A' && name[0] <= 'Z') << name;
    EXPECT_EQ(words.count(lower(name)), 0U) << name;
  }
}

}  // namespace
}  // namespace lede::bench
