// Reads each word's postings in order of the documents, and compares positions where it matters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/neighbour_bonus.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "searcher/plan/ranking.h"

namespace lede {
namespace {

using Positions = std::vector<Xapian::termpos>;

bool side_by_side(const Positions& first, const Positions& second) {
  auto at = second.begin();
  for (const Xapian::termpos position : first) {
    at = std::lower_bound(at, second.end(), position + 1);
    if (at == second.end()) {
      return false;
    }
    if (*at == position + 1) {
      return true;
    }
  }
  return false;
}

// Whether a window of so many positions holds one of each.
bool within(const Positions& first, const Positions& second, Xapian::termpos window) {
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() && b != second.end()) {
    if ((*a < *b ? *b - *a : *a - *b) < window) {
      return true;
    }
    (*a < *b ? a : b)++;
  }
  return false;
}

struct Word {
  std::string term;
  ranking::TermStatistics statistics;
  std::vector<Xapian::termcount> wdf;  // by document; 0 where the word is not in it
};

// What neighbours can add to each document at most is known from its words' frequencies; how much
// less as it is long, from its length, which has to be looked up; what they do add, only from their
// positions, which are far dearer to read.
class NeighbourReader {
 public:
  NeighbourReader(const Xapian::Database& database, std::span<const NeighbourPair> pairs,
                  std::span<const Xapian::docid> documents)
      : database_(database),
        pairs_(pairs),
        documents_(documents),
        shortest_(database.get_doclength_lower_bound()),
        lengths_(documents.size()),
        most_in_shortest_(documents.size()) {
    for (const NeighbourPair& pair : pairs) {
      words_of_.emplace_back(number_of(pair.first), number_of(pair.second));
    }
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      for (std::size_t i = 0; i < documents.size(); ++i) {
        if (has_both(pair, i)) {
          most_in_shortest_[i] += share_of(pairs[pair]) * weight(pair, i, shortest_);
        }
      }
    }
  }

  // The most that document number `i` could gain if it were as short as the shortest of all.
  [[nodiscard]] double most_in_shortest(std::size_t i) const { return most_in_shortest_[i]; }

  // The most that it can gain.
  [[nodiscard]] double most(std::size_t i) {
    double sum = 0;
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      if (has_both(pair, i)) {
        sum += share_of(pairs_[pair]) * weight(pair, i, length(i));
      }
    }
    return sum;
  }

  // What those of `numbers` (ascending) do gain, in their order.
  [[nodiscard]] std::vector<double> bonuses(std::span<const std::size_t> numbers) {
    std::vector<std::vector<Positions>> positions(words_.size());
    for (std::size_t word = 0; word < words_.size(); ++word) {
      positions[word] = positions_of(word, numbers);
    }
    std::vector<double> all(numbers.size());
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      const auto& first = positions[words_of_[pair].first];
      const auto& second = positions[words_of_[pair].second];
      for (std::size_t at = 0; at < numbers.size(); ++at) {
        if (has_both(pair, numbers[at])) {
          const double close = closeness(pairs_[pair], first[at], second[at]);
          all[at] += close * weight(pair, numbers[at], length(numbers[at]));
        }
      }
    }
    return all;
  }

 private:
  static double share_of(const NeighbourPair& pair) {
    return (pair.adjacent ? ranking::kAdjacencyBonus : 0) +
           (pair.near ? ranking::kProximityBonus : 0);
  }

  static double closeness(const NeighbourPair& pair, const Positions& first,
                          const Positions& second) {
    const bool adjacent = pair.adjacent && side_by_side(first, second);
    const bool near = pair.near && within(first, second, ranking::kProximityWindow);
    return (adjacent ? ranking::kAdjacencyBonus : 0) + (near ? ranking::kProximityBonus : 0);
  }

  std::size_t number_of(const std::string& term) {
    const auto known = std::find_if(words_.begin(), words_.end(),
                                    [&](const Word& word) { return word.term == term; });
    if (known != words_.end()) {
      return static_cast<std::size_t>(known - words_.begin());
    }
    Word word;
    word.term = term;
    word.statistics = {static_cast<double>(database_.get_doccount()),
                       static_cast<double>(database_.get_termfreq(term)),
                       database_.get_average_length()};
    word.wdf.resize(documents_.size());
    auto posting = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    for (std::size_t i = 0; i < documents_.size() && posting != end; ++i) {
      posting.skip_to(documents_[i]);
      if (posting != end && *posting == documents_[i]) {
        word.wdf[i] = posting.get_wdf();
      }
    }
    words_.push_back(std::move(word));
    return words_.size() - 1;
  }

  [[nodiscard]] bool has_both(std::size_t pair, std::size_t i) const {
    const auto [first, second] = words_of_[pair];
    return words_[first].wdf[i] > 0 && words_[second].wdf[i] > 0;
  }

  // The BM25 weights of both words in a document of `length` words that has both.
  [[nodiscard]] double weight(std::size_t pair, std::size_t i, Xapian::termcount length) const {
    const Word& first = words_[words_of_[pair].first];
    const Word& second = words_[words_of_[pair].second];
    return ranking::bm25_weight(first.statistics, first.wdf[i], length) +
           ranking::bm25_weight(second.statistics, second.wdf[i], length);
  }

  [[nodiscard]] Xapian::termcount length(std::size_t i) {
    if (lengths_[i] == 0) {
      lengths_[i] = database_.get_doclength(documents_[i]);
    }
    return lengths_[i];
  }

  // Where the word is, in those documents in which a neighbour of it is too.
  [[nodiscard]] std::vector<Positions> positions_of(std::size_t word,
                                                    std::span<const std::size_t> numbers) const {
    std::vector<Positions> all(numbers.size());
    auto posting = database_.postlist_begin(words_[word].term);
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      if (has_neighbour(word, numbers[at])) {
        posting.skip_to(documents_[numbers[at]]);
        all[at].assign(posting.positionlist_begin(), posting.positionlist_end());
      }
    }
    return all;
  }

  [[nodiscard]] bool has_neighbour(std::size_t word, std::size_t i) const {
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
      const auto [first, second] = words_of_[pair];
      if ((first == word || second == word) && has_both(pair, i)) {
        return true;
      }
    }
    return false;
  }

  const Xapian::Database& database_;
  std::span<const NeighbourPair> pairs_;
  std::span<const Xapian::docid> documents_;
  std::vector<Word> words_;
  std::vector<std::pair<std::size_t, std::size_t>> words_of_;  // of each pair
  Xapian::termcount shortest_;
  std::vector<Xapian::termcount> lengths_;  // by document; 0: not read yet
  std::vector<double> most_in_shortest_;
};

// The documents that can be among the first `wanted` once all have their bonuses. Two steps, so
// that each reads postings forward: those that may gain most, then whoever can still pass the last
// of these.
class Contenders {
 public:
  Contenders(NeighbourReader& reader, std::span<RankedDocument> documents)
      : reader_(reader), documents_(documents), settled_(documents.size()) {}

  void settle(std::size_t wanted) {
    std::vector<std::size_t> order(documents_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, order.size()));
    std::partial_sort(order.begin(), end, order.end(), [&](std::size_t a, std::size_t b) {
      return hope(a) != hope(b) ? hope(a) > hope(b) : a < b;
    });
    order.erase(end, order.end());
    std::sort(order.begin(), order.end());
    read(order);
    if (order.size() < documents_.size() && !order.empty()) {
      read(those_reaching(lowest(order)));
    }
  }

 private:
  [[nodiscard]] double hope(std::size_t i) const {
    return documents_[i].score + reader_.most_in_shortest(i);
  }

  void read(std::span<const std::size_t> numbers) {
    const std::vector<double> bonuses = reader_.bonuses(numbers);
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      documents_[numbers[at]].score += bonuses[at];
      documents_[numbers[at]].bonus = bonuses[at];
      settled_[numbers[at]] = true;
    }
  }

  [[nodiscard]] double lowest(std::span<const std::size_t> numbers) const {
    double least = documents_[numbers.front()].score;
    for (const std::size_t i : numbers) {
      least = std::min(least, documents_[i].score);
    }
    return least;
  }

  [[nodiscard]] std::vector<std::size_t> those_reaching(double score) const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (!settled_[i] && reader_.most_in_shortest(i) > 0 && hope(i) >= score &&
          documents_[i].score + reader_.most(i) >= score) {
        numbers.push_back(i);
      }
    }
    return numbers;
  }

  NeighbourReader& reader_;
  std::span<RankedDocument> documents_;
  std::vector<bool> settled_;
};

}  // namespace

std::vector<double> neighbour_bonuses(const Xapian::Database& database,
                                      std::span<const NeighbourPair> pairs,
                                      std::span<const Xapian::docid> documents) {
  std::vector<std::size_t> all(documents.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return NeighbourReader(database, pairs, documents).bonuses(all);
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
  Contenders(reader, best).settle(wanted);
  // Of equals the one that was indexed first, as in the first phase.
  std::stable_sort(best.begin(), best.end(), [](const RankedDocument& a, const RankedDocument& b) {
    return a.score > b.score;
  });
}

}  // namespace lede
