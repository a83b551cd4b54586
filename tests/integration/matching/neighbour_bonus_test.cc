// The second phase of ranking reads few positions, and nobody can tell.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/neighbour_bonus.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace lede {
namespace {

constexpr std::size_t kDistinctWords = 5;

std::string word(std::size_t number) { return "word" + std::to_string(number); }

// Documents of random words at random places; some words are rare.
Xapian::WritableDatabase random_database(std::mt19937& random) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 150; ++i) {
    Xapian::Document document;
    const Xapian::termpos length = 5 + static_cast<Xapian::termpos>(random() % 60);
    for (Xapian::termpos position = 0; position < length; ++position) {
      const std::size_t rank = random() % 40;
      document.add_posting(rank < kDistinctWords ? word(rank) : "other", position);
    }
    database.add_document(document);
  }
  return database;
}

std::vector<NeighbourPair> random_pairs(std::mt19937& random) {
  std::vector<NeighbourPair> pairs;
  for (std::size_t i = 0; i < 1 + random() % 4; ++i) {
    pairs.push_back({word(random() % kDistinctWords), word(random() % (kDistinctWords + 1)),
                     random() % 2 == 0, random() % 2 == 0});
  }
  return pairs;
}

std::vector<RankedDocument> random_ranking(std::mt19937& random, const Xapian::Database& database) {
  std::vector<RankedDocument> ranked;
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    ranked.push_back({id, static_cast<double>(random() % 100) / 30, 0});
  }
  std::stable_sort(
      ranked.begin(), ranked.end(),
      [](const RankedDocument& a, const RankedDocument& b) { return a.score > b.score; });
  return ranked;
}

// Every position read, and then the order.
std::vector<RankedDocument> ranked_by_all(const Xapian::Database& database,
                                          const std::vector<NeighbourPair>& pairs,
                                          std::vector<RankedDocument> ranked) {
  std::sort(ranked.begin(), ranked.end(),
            [](const RankedDocument& a, const RankedDocument& b) { return a.id < b.id; });
  std::vector<Xapian::docid> ids;
  std::transform(ranked.begin(), ranked.end(), std::back_inserter(ids),
                 [](const RankedDocument& document) { return document.id; });
  const std::vector<double> bonuses = neighbour_bonuses(database, pairs, ids);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    ranked[i].score += bonuses[i];
    ranked[i].bonus = bonuses[i];
  }
  std::stable_sort(
      ranked.begin(), ranked.end(),
      [](const RankedDocument& a, const RankedDocument& b) { return a.score > b.score; });
  return ranked;
}

TEST(SecondPhase, GivesTheSamePageAsReadingEveryPosition) {
  std::mt19937 random(11);
  std::size_t with_bonus = 0;
  for (std::size_t round = 0; round < 100; ++round) {
    const Xapian::WritableDatabase database = random_database(random);
    const auto pairs = random_pairs(random);
    auto ranked = random_ranking(random, database);
    const auto expected = ranked_by_all(database, pairs, ranked);
    const auto wanted = static_cast<std::size_t>(1 + random() % 30);
    rank_with_neighbours(database, pairs, wanted, ranked);
    ASSERT_EQ(ranked.size(), expected.size());
    for (std::size_t i = 0; i < wanted; ++i) {
      ASSERT_EQ(ranked[i].id, expected[i].id) << "round " << round << ", place " << i;
      ASSERT_DOUBLE_EQ(ranked[i].score, expected[i].score);
      ASSERT_DOUBLE_EQ(ranked[i].bonus, expected[i].bonus);
      with_bonus += ranked[i].bonus > 0 ? 1U : 0U;
    }
  }
  EXPECT_GT(with_bonus, 100U);
}

TEST(SecondPhase, LeavesThoseBeyondItAsTheyAre) {
  std::mt19937 random(12);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::vector<RankedDocument> ranked;
  for (Xapian::docid id = 1; id <= 250; ++id) {
    Xapian::Document document;
    document.add_posting(word(0), 1);
    document.add_posting(word(1), 2);
    database.add_document(document);
    ranked.push_back({id, 1000.0 - id, 0});
  }
  const std::vector<NeighbourPair> pairs = {{word(0), word(1), true, true}};
  rank_with_neighbours(database, pairs, 300, ranked);
  EXPECT_GT(ranked[199].bonus, 0);
  for (std::size_t i = 200; i < 250; ++i) {
    EXPECT_EQ(ranked[i].id, i + 1);
    EXPECT_EQ(ranked[i].bonus, 0);
  }
}

TEST(SecondPhase, OfNothingIsNothing) {
  std::mt19937 random(13);
  const Xapian::WritableDatabase database = random_database(random);
  std::vector<RankedDocument> ranked;
  rank_with_neighbours(database, random_pairs(random), 10, ranked);
  EXPECT_TRUE(ranked.empty());
}

}  // namespace
}  // namespace lede
