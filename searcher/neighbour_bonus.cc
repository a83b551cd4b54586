// Whoever hopes for most is read first, until nobody left can still come to the page.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/neighbour_bonus.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <queue>
#include <utility>

#include "searcher/neighbour_reader.h"
#include "searcher/plan/ranking.h"

namespace lede {
namespace {

// The best scores so far, and which one has to be reached to come among them.
class BestScores {
 public:
  explicit BestScores(std::size_t count) : count_(count) {}

  void add(double score) {
    scores_.push(score);
    if (scores_.size() > count_) {
      scores_.pop();
    }
  }
  // Whether a document of this score could be one of them.
  [[nodiscard]] bool admits(double score) const {
    return scores_.size() < count_ || score >= scores_.top();
  }

 private:
  std::size_t count_;
  std::priority_queue<double, std::vector<double>, std::greater<>> scores_;
};

// Gives their bonuses to those of `documents` that can be among the first `wanted` once all have
// theirs: a page of them at a time, for positions are cheaper to read of several in order.
void settle(NeighbourReader& reader, std::span<RankedDocument> documents, std::size_t wanted) {
  const auto hope = [&](std::size_t i) { return documents[i].score + reader.most(i); };
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    order.emplace_back(-hope(i), i);
  }
  std::sort(order.begin(), order.end());
  BestScores best(wanted);
  for (std::size_t next = 0; next < order.size() && best.admits(-order[next].first);) {
    std::vector<std::size_t> numbers;
    for (; next < order.size() && numbers.size() < wanted; ++next) {
      if (best.admits(-order[next].first)) {
        numbers.push_back(order[next].second);
      }
    }
    std::sort(numbers.begin(), numbers.end());
    reader.read(numbers);
    for (const std::size_t i : numbers) {
      if (best.admits(hope(i))) {
        documents[i].bonus = reader.bonus(i);
        documents[i].score += documents[i].bonus;
      }
      best.add(documents[i].score);
    }
  }
}

}  // namespace

std::vector<double> neighbour_bonuses(const Xapian::Database& database,
                                      std::span<const NeighbourPair> pairs,
                                      std::span<const Xapian::docid> documents) {
  std::vector<std::size_t> all(documents.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  NeighbourReader reader(database, pairs, documents);
  reader.read(all);
  std::vector<double> bonuses;
  bonuses.reserve(documents.size());
  for (const std::size_t i : all) {
    bonuses.push_back(reader.bonus(i));
  }
  return bonuses;
}

void rank_with_neighbours(const Xapian::Database& database, std::span<const NeighbourPair> pairs,
                          std::size_t wanted, std::vector<RankedDocument>& ranked) {
  const std::span<RankedDocument> best(ranked.data(),
                                       std::min(ranked.size(), ranking::kSecondPhase));
  const auto by_id = [](const RankedDocument& a, const RankedDocument& b) { return a.id < b.id; };
  std::sort(best.begin(), best.end(), by_id);
  std::vector<Xapian::docid> ids;
  std::transform(best.begin(), best.end(), std::back_inserter(ids),
                 [](const RankedDocument& document) { return document.id; });
  NeighbourReader reader(database, pairs, ids);
  settle(reader, best, wanted);
  // Of equals the one that was indexed first, as in the first phase.
  std::stable_sort(best.begin(), best.end(), [](const RankedDocument& a, const RankedDocument& b) {
    return a.score > b.score;
  });
}

}  // namespace lede
