// Sampled queries are of the class asked for and have their answer in the articles.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/query_sampler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "bench/generator/prose.h"

namespace lede::bench {
namespace {

constexpr std::uint64_t kArticles = 400;

const std::vector<std::string>& texts() {
  static const auto kTexts = [] {
    const ArticleGenerator generator(11);
    std::vector<std::string> all;
    for (std::uint64_t number = 0; number < kArticles; ++number) {
      std::string text = lower(generator.article(number).text);
      std::replace(text.begin(), text.end(), '\n', ' ');
      all.push_back(" " + text + " ");
    }
    return all;
  }();
  return kTexts;
}

// Articles that have `words` between spaces or punctuation.
double share_with(const std::string& words) {
  const auto has = [&](const std::string& text) {
    for (std::size_t at = text.find(words); at != std::string::npos;
         at = text.find(words, at + 1)) {
      const char after = text[at + words.size()];
      if (text[at - 1] == ' ' && (after < 'a' || after > 'z') && after != '-') {
        return true;
      }
    }
    return false;
  };
  return static_cast<double>(std::count_if(texts().begin(), texts().end(), has)) / kArticles;
}

class Sampler : public testing::Test {
 protected:
  ArticleGenerator generator_{11};
  QuerySampler sampler_{generator_, kArticles, 5};
};

TEST_F(Sampler, IsTheSameForTheSameSeed) {
  QuerySampler again(generator_, kArticles, 5);
  for (const QueryClass query_class : kQueryClasses) {
    EXPECT_EQ(sampler_.draw(query_class, 5), again.draw(query_class, 5)) << name_of(query_class);
  }
}

TEST_F(Sampler, DrawsWordsAsRareAsAsked) {
  for (const auto& word : sampler_.draw(QueryClass::kRare, 10)) {
    EXPECT_GT(share_with(word), 0) << word;
    EXPECT_LE(share_with(word), 2 / 300.0) << word;
  }
  for (const auto& word : sampler_.draw(QueryClass::kMid, 10)) {
    EXPECT_GE(share_with(word), 0.01) << word;
    EXPECT_LE(share_with(word), 0.06) << word;
  }
  for (const auto& word : sampler_.draw(QueryClass::kCommon, 10)) {
    EXPECT_GE(share_with(word), 0.16) << word;
  }
}

TEST_F(Sampler, DrawsPhrasesThatOccur) {
  for (const auto& phrase : sampler_.draw(QueryClass::kPhrase, 20)) {
    ASSERT_GT(phrase.size(), 4U);
    EXPECT_EQ(phrase.front(), '"');
    EXPECT_EQ(phrase.back(), '"');
    EXPECT_GT(share_with(phrase.substr(1, phrase.size() - 2)), 0) << phrase;
  }
}

TEST_F(Sampler, DrawsPairsOfOneArticle) {
  for (const auto& query : sampler_.draw(QueryClass::kAnd, 10)) {
    const std::size_t at = query.find(" AND ");
    ASSERT_NE(at, std::string::npos) << query;
    const std::string first = query.substr(0, at);
    const std::string second = query.substr(at + 5);
    EXPECT_TRUE(std::any_of(texts().begin(), texts().end(), [&](const std::string& text) {
      return text.find(first) != std::string::npos && text.find(second) != std::string::npos;
    })) << query;
  }
}

TEST_F(Sampler, DrawsCommonPhrasesOfCommonWords) {
  for (const auto& phrase : sampler_.draw(QueryClass::kCommonPhrase, 10)) {
    const std::string words = phrase.substr(1, phrase.size() - 2);
    EXPECT_GT(share_with(words), 0) << phrase;
    for (std::size_t start = 0; start < words.size();) {
      const std::size_t end = std::min(words.find(' ', start), words.size());
      EXPECT_GE(share_with(words.substr(start, end - start)), 0.15) << phrase;
      start = end + 1;
    }
  }
}

TEST_F(Sampler, DrawsPrefixesOfTwoLengths) {
  for (const auto& prefix : sampler_.draw(QueryClass::kShortPrefix, 10)) {
    EXPECT_LE(prefix.size(), 4U) << prefix;
    EXPECT_EQ(prefix.back(), '*');
  }
  for (const auto& prefix : sampler_.draw(QueryClass::kLongPrefix, 10)) {
    EXPECT_GE(prefix.size(), 6U) << prefix;
    EXPECT_EQ(prefix.back(), '*');
  }
}

TEST_F(Sampler, DrawsOrsAndQuestions) {
  EXPECT_NE(sampler_.draw(QueryClass::kOr).find(" OR "), std::string::npos);
  EXPECT_EQ(sampler_.draw(QueryClass::kQuestion).rfind("what was said about the ", 0), 0U);
}

}  // namespace
}  // namespace lede::bench
