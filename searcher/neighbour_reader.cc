// Postings and positions are read word by word, forward: what lies together is read together.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/neighbour_reader.h"

#include <algorithm>

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

double share_at_most(const NeighbourPair& pair) {
  return (pair.adjacent ? ranking::kAdjacencyBonus : 0) +
         (pair.near ? ranking::kProximityBonus : 0);
}

double share(const NeighbourPair& pair, const Positions& first, const Positions& second) {
  const bool adjacent = pair.adjacent && side_by_side(first, second);
  const bool near = pair.near && within(first, second, ranking::kProximityWindow);
  return (adjacent ? ranking::kAdjacencyBonus : 0) + (near ? ranking::kProximityBonus : 0);
}

}  // namespace

NeighbourReader::NeighbourReader(const Xapian::Database& database,
                                 std::span<const NeighbourPair> pairs,
                                 std::span<const Xapian::docid> documents)
    : database_(database),
      pairs_(pairs),
      documents_(documents),
      shortest_(database.get_doclength_lower_bound()) {
  for (const NeighbourPair& pair : pairs) {
    const std::size_t first = add_word(pair.first);
    words_of_.emplace_back(first, add_word(pair.second));
    std::vector<double>& shares = shares_.emplace_back(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      shares[i] = has_both(words_of_.size() - 1, i) ? share_at_most(pair) : 0;
    }
  }
}

void NeighbourReader::read(std::span<const std::size_t> numbers) {
  std::vector<std::vector<Positions>> read(words_.size());
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (const std::size_t i : numbers) {
      read[word].push_back(has_neighbour(word, i) ? positions(word, i) : Positions());
    }
  }
  for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
    const auto [first, second] = words_of_[pair];
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      shares_[pair][numbers[at]] = share(pairs_[pair], read[first][at], read[second][at]);
    }
  }
}

double NeighbourReader::most(std::size_t document) const { return gain(document, shortest_); }

double NeighbourReader::bonus(std::size_t document) const {
  const bool any = std::any_of(shares_.begin(), shares_.end(),
                               [&](const auto& shares) { return shares[document] > 0; });
  return any ? gain(document, database_.get_doclength(documents_[document])) : 0;
}

std::size_t NeighbourReader::add_word(const std::string& term) {
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

bool NeighbourReader::has_both(std::size_t pair, std::size_t document) const {
  const auto [first, second] = words_of_[pair];
  return words_[first].wdf[document] > 0 && words_[second].wdf[document] > 0;
}

bool NeighbourReader::has_neighbour(std::size_t word, std::size_t document) const {
  for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
    const auto [first, second] = words_of_[pair];
    if ((first == word || second == word) && has_both(pair, document)) {
      return true;
    }
  }
  return false;
}

// By the shares as they are known, if the document has `length` words.
double NeighbourReader::gain(std::size_t document, Xapian::termcount length) const {
  double sum = 0;
  for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
    if (shares_[pair][document] > 0) {
      const Word& first = words_[words_of_[pair].first];
      const Word& second = words_[words_of_[pair].second];
      sum += shares_[pair][document] *
             (ranking::bm25_weight(first.statistics, first.wdf[document], length) +
              ranking::bm25_weight(second.statistics, second.wdf[document], length));
    }
  }
  return sum;
}

NeighbourReader::Positions NeighbourReader::positions(std::size_t word,
                                                      std::size_t document) const {
  const std::string& term = words_[word].term;
  return {database_.positionlist_begin(documents_[document], term),
          database_.positionlist_end(documents_[document], term)};
}

}  // namespace lede
