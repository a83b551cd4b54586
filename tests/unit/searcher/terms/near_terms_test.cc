// Near terms: what counts as near, in which order, and that leaping misses nothing.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/terms/near_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/text/utf8.h"

namespace lede {

void PrintTo(const NearTerm& term, std::ostream* out) {
  *out << term.term << " (" << term.distance << " edits, " << term.frequency << " articles)";
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// A database in memory where each term is in so many documents.
Xapian::WritableDatabase database_of(const std::map<std::string, int>& terms) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  int most = 0;
  for (const auto& [term, frequency] : terms) {
    most = std::max(most, frequency);
  }
  for (int i = 0; i < most; ++i) {
    Xapian::Document document;
    for (const auto& [term, frequency] : terms) {
      if (frequency > i) {
        document.add_term(term);
      }
    }
    database.add_document(document);
  }
  return database;
}

std::vector<std::string> words(const NearTerms& near) {
  std::vector<std::string> found;
  for (const NearTerm& term : near.terms) {
    found.push_back(term.term);
  }
  return found;
}

std::vector<std::string> near_words(const std::map<std::string, int>& terms, std::string_view word,
                                    NearTermsLimits limits = {}) {
  return words(near_terms(database_of(terms), "", word, limits));
}

TEST(NearTerms, AreOneEditAway) {
  EXPECT_THAT(
      near_words({{"ferr", 1}, {"ferry", 1}, {"ferryl", 1}, {"berry", 1}, {"perrys", 1}}, "ferry"),
      ElementsAre("ferry", "berry", "ferr", "ferryl"));
}

TEST(NearTerms, ExchangingNeighboursIsOneEdit) {
  EXPECT_THAT(near_words({{"missile", 1}}, "misisle"), ElementsAre("missile"));
  EXPECT_THAT(near_words({{"ferry", 1}}, "efrry"), ElementsAre("ferry"));
  EXPECT_THAT(near_words({{"ferry", 1}}, "ferrxy"), ElementsAre("ferry"));
}

TEST(NearTerms, CountCharactersNotBytes) {
  EXPECT_THAT(near_words({{"зеленский", 1}}, "зелeнский"), ElementsAre("зеленский"));
  EXPECT_THAT(near_words({{"東京都", 1}, {"東京", 1}, {"京都", 1}}, "東京"),
              ElementsAre("東京", "東京都"));
  EXPECT_THAT(near_words({{"سلام", 1}}, "سالم"), ElementsAre("سلام"));
}

TEST(NearTerms, AreOrderedByDistanceThenFrequency) {
  const auto near = near_terms(
      database_of({{"harbor", 2}, {"harbour", 9}, {"harbours", 5}, {"harbour2", 5}, {"arbour", 7}}),
      "", "harbour", {2, 0, 50'000, 1'000});
  EXPECT_THAT(near.terms, ElementsAre(NearTerm{"harbour", 0, 9}, NearTerm{"arbour", 1, 7},
                                      NearTerm{"harbour2", 1, 5}, NearTerm{"harbours", 1, 5},
                                      NearTerm{"harbor", 1, 2}));
}

TEST(NearTerms, WithoutPrefixAreWordsOfTheText) {
  const std::map<std::string, int> terms{{"Zferri", 1}, {"Sferry", 1},  {"ferry", 1},
                                         {"7erry", 1},  {"XPferry", 1}, {"éerry", 1}};
  EXPECT_THAT(near_words(terms, "ferry"), ElementsAre("ferry", "7erry", "éerry"));
}

TEST(NearTerms, WithPrefixAreThoseOfItsField) {
  const auto database = database_of({{"Sferry", 2}, {"Sberry", 1}, {"ferry", 1}, {"Aferry", 1}});
  EXPECT_THAT(near_terms(database, "S", "ferry", {}).terms,
              ElementsAre(NearTerm{"ferry", 0, 2}, NearTerm{"berry", 1, 1}));
  EXPECT_THAT(near_terms(database, "XL", "ferry", {}).terms, IsEmpty());
}

TEST(NearTerms, MayHaveToStartLikeTheWord) {
  NearTermsLimits limits;
  limits.same_start = 1;
  EXPECT_THAT(near_words({{"ferry", 1}, {"berry", 1}, {"fery", 1}, {"efrry", 1}}, "ferry", limits),
              ElementsAre("ferry", "fery"));
  limits.same_start = 10;
  EXPECT_THAT(near_words({{"ferry", 1}, {"ferryl", 1}, {"ferr", 1}}, "ferry", limits),
              ElementsAre("ferry", "ferryl"));
}

TEST(NearTerms, OfAnEmptyWordAreNone) {
  EXPECT_THAT(near_words({{"a", 1}, {"b", 1}}, ""), IsEmpty());
}

TEST(NearTerms, SayWhenTheStepsRanOut) {
  std::map<std::string, int> terms;
  for (int i = 100; i < 1000; ++i) {
    terms["ab" + std::to_string(i)] = 1;
  }
  NearTermsLimits limits{2, 0, 50, 1'000};
  const auto database = database_of(terms);
  const NearTerms some = near_terms(database, "", "ab555", limits);
  EXPECT_FALSE(some.complete);
  limits.steps = 50'000;
  const NearTerms all = near_terms(database, "", "ab555", limits);
  EXPECT_TRUE(all.complete);
  EXPECT_LT(some.terms.size(), all.terms.size());
}

TEST(NearTerms, KeepTheBestWhenThereAreMany) {
  const auto near = near_terms(database_of({{"cat", 1}, {"bat", 3}, {"hat", 2}, {"rat", 4}}), "",
                               "cat", {1, 0, 50'000, 2});
  EXPECT_THAT(words(near), ElementsAre("cat", "rat"));
  EXPECT_EQ(near.found, 4U);
  EXPECT_TRUE(near.complete);
}

TEST(NearTerms, LiveWithTermsThatAreNoUtf8) {
  EXPECT_THAT(near_words({{"fe\xFFry", 1}, {"ferry", 1}, {"\xC3", 1}, {"f\xF0\x9F", 1}}, "ferry"),
              testing::Contains("ferry"));
}

// The table as it is in textbooks, in full.
std::uint32_t plain_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1,
                                            std::vector<std::uint32_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<std::uint32_t>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

using Random = std::mt19937;

std::u32string random_word(Random& random, std::u32string_view letters, std::size_t longest) {
  std::u32string word;
  for (std::size_t length = 1 + random() % longest; length > 0; --length) {
    word += letters[random() % letters.size()];
  }
  return word;
}

std::string utf8(const std::u32string& word) {
  std::string text;
  for (const char32_t character : word) {
    append_utf8(text, character);
  }
  return text;
}

struct Vocabulary {
  const char* name;
  std::u32string letters;
  std::size_t longest;
};

class NearTermsOracle : public testing::TestWithParam<Vocabulary> {};

TEST_P(NearTermsOracle, LeapingFindsWhatLookingAtEachTermFinds) {
  Random random(20240531);
  std::map<std::string, std::u32string> terms;
  std::map<std::string, int> frequencies;
  for (int i = 0; i < 3000; ++i) {
    const std::u32string word = random_word(random, GetParam().letters, GetParam().longest);
    terms[utf8(word)] = word;
    frequencies[utf8(word)] = 1 + static_cast<int>(random() % 5);
  }
  const auto database = database_of(frequencies);
  for (int i = 0; i < 60; ++i) {
    const std::u32string word = random_word(random, GetParam().letters, GetParam().longest);
    const auto distance = static_cast<std::uint32_t>(i % 4);  // 0 to 3
    const std::size_t same_start = random() % 3;
    std::vector<std::tuple<std::uint32_t, int, std::string>> expected;
    for (const auto& [term, characters] : terms) {
      const auto edits = plain_distance(word, characters);
      const auto same = std::min(same_start, word.size());
      if (edits <= distance && characters.substr(0, same) == word.substr(0, same)) {
        expected.emplace_back(edits, -frequencies[term], term);
      }
    }
    std::sort(expected.begin(), expected.end());
    std::vector<std::tuple<std::uint32_t, int, std::string>> found;
    const auto near =
        near_terms(database, "", utf8(word), {distance, same_start, 1'000'000, 1'000'000});
    for (const NearTerm& term : near.terms) {
      found.emplace_back(term.distance, -static_cast<int>(term.frequency), term.term);
    }
    EXPECT_TRUE(near.complete);
    EXPECT_EQ(found, expected) << utf8(word) << " within " << distance << ", same " << same_start;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Scripts, NearTermsOracle,
    testing::Values(
        Vocabulary{"Latin", U"abcde", 7}, Vocabulary{"Two", U"ab", 10},
        Vocabulary{"Accents", U"aeéñoß1", 6}, Vocabulary{"Cyrillic", U"абвгдж", 6},
        Vocabulary{"Chinese", U"東京都市中国人大", 4}, Vocabulary{"Arabic", U"سلام عربي", 6},
        Vocabulary{"Edges", U"a\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff", 4}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(NearTerms, LeapingVisitsFewOfManyTerms) {
  Random random(7);
  std::map<std::string, int> terms;
  for (int i = 0; i < 20'000; ++i) {
    terms[utf8(random_word(random, U"abcdefghijklmnopqrstuvwxyz", 9))] = 1;
  }
  const auto near = near_terms(database_of(terms), "", "abcdefg", {1, 0, 4'000, 1'000});
  EXPECT_TRUE(near.complete);
}

}  // namespace
}  // namespace lede
