// Reads each word's postings once, in order of the documents, and compares positions.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/neighbour_bonus.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>

#include "searcher/plan/ranking.h"

namespace lede {
namespace {

using Positions = std::vector<Xapian::termpos>;

// What one word is in one document.
struct Occurrence {
  double weight = 0;  // BM25; 0 where the word is not in the document
  Positions positions;
};

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

class WordReader {
 public:
  WordReader(const Xapian::Database& database, std::span<const Xapian::docid> documents)
      : database_(database), documents_(documents), mean_length_(database.get_average_length()) {}

  // Of each document, in order.
  const std::vector<Occurrence>& read(const std::string& term) {
    const auto [entry, is_new] = words_.try_emplace(term);
    if (is_new) {
      entry->second = occurrences(term);
    }
    return entry->second;
  }

 private:
  [[nodiscard]] std::vector<Occurrence> occurrences(const std::string& term) const {
    std::vector<Occurrence> all(documents_.size());
    auto posting = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    const ranking::TermStatistics statistics{static_cast<double>(database_.get_doccount()),
                                             static_cast<double>(database_.get_termfreq(term)),
                                             mean_length_};
    for (std::size_t i = 0; i < documents_.size() && posting != end; ++i) {
      posting.skip_to(documents_[i]);
      if (posting != end && *posting == documents_[i]) {
        all[i].weight =
            ranking::bm25_weight(statistics, posting.get_wdf(), posting.get_doclength());
        all[i].positions.assign(posting.positionlist_begin(), posting.positionlist_end());
      }
    }
    return all;
  }

  const Xapian::Database& database_;
  std::span<const Xapian::docid> documents_;
  double mean_length_;
  std::map<std::string, std::vector<Occurrence>> words_;
};

}  // namespace

std::vector<double> neighbour_bonuses(const Xapian::Database& database,
                                      std::span<const NeighbourPair> pairs,
                                      std::span<const Xapian::docid> documents) {
  WordReader words(database, documents);
  std::vector<double> bonuses(documents.size());
  for (const NeighbourPair& pair : pairs) {
    const auto& first = words.read(pair.first);
    const auto& second = words.read(pair.second);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const double weight = first[i].weight + second[i].weight;
      if (pair.adjacent && side_by_side(first[i].positions, second[i].positions)) {
        bonuses[i] += ranking::kAdjacencyBonus * weight;
      }
      if (pair.near && within(first[i].positions, second[i].positions, ranking::kProximityWindow)) {
        bonuses[i] += ranking::kProximityBonus * weight;
      }
    }
  }
  return bonuses;
}

void rank_with_neighbours(const Xapian::Database& database, std::span<const NeighbourPair> pairs,
                          std::vector<RankedDocument>& ranked) {
  const auto end =
      ranked.begin() + static_cast<std::ptrdiff_t>(std::min(ranked.size(), ranking::kSecondPhase));
  const auto by_id = [](const RankedDocument& a, const RankedDocument& b) { return a.id < b.id; };
  std::sort(ranked.begin(), end, by_id);
  std::vector<Xapian::docid> ids;
  std::transform(ranked.begin(), end, std::back_inserter(ids),
                 [](const RankedDocument& document) { return document.id; });
  const std::vector<double> bonuses = neighbour_bonuses(database, pairs, ids);
  for (std::size_t i = 0; i < bonuses.size(); ++i) {
    ranked[i].score += bonuses[i];
    ranked[i].bonus = bonuses[i];
  }
  // Of equals the one that was indexed first, as in the first phase.
  std::stable_sort(ranked.begin(), end, [](const RankedDocument& a, const RankedDocument& b) {
    return a.score > b.score;
  });
}

}  // namespace lede
