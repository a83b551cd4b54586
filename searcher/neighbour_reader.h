// What the neighbours of a query add to articles: at most, as can be told from frequencies, and in
// fact, for which positions are read.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "searcher/plan/neighbours.h"
#include "searcher/plan/ranking.h"

namespace lede {

// Three prices: frequencies are read of all documents at once; positions, dearer, of those asked
// for; the length of a document, as dear as its positions, when its bonus is asked for and not 0.
// Documents are told by their number among those given. All may throw Xapian::Error.
class NeighbourReader {
 public:
  // `documents` ascend without repetition; they, the pairs and the database must live on.
  NeighbourReader(const Xapian::Database& database, std::span<const NeighbourPair> pairs,
                  std::span<const Xapian::docid> documents);

  // Reads the positions of the documents `numbers`, best in ascending order.
  void read(std::span<const std::size_t> numbers);

  // The most that the document can gain, as far as it is known: by its positions once they are
  // read, and whatever its length.
  [[nodiscard]] double most(std::size_t document) const;
  // What it gains: for either closeness of a pair a share (ranking.h) of the BM25 weights of both
  // words. Its positions must have been read.
  [[nodiscard]] double bonus(std::size_t document) const;

 private:
  using Positions = std::vector<Xapian::termpos>;

  struct Word {
    std::string term;
    ranking::TermStatistics statistics;
    std::vector<Xapian::termcount> wdf;  // by document; 0 where the word is not in it
  };

  [[nodiscard]] std::size_t add_word(const std::string& term);
  [[nodiscard]] bool has_both(std::size_t pair, std::size_t document) const;
  [[nodiscard]] bool has_neighbour(std::size_t word, std::size_t document) const;
  [[nodiscard]] double gain(std::size_t document, Xapian::termcount length) const;
  [[nodiscard]] Positions positions(std::size_t word, std::size_t document) const;

  const Xapian::Database& database_;
  std::span<const NeighbourPair> pairs_;
  std::span<const Xapian::docid> documents_;
  Xapian::termcount shortest_;  // of the lengths in the database
  std::vector<Word> words_;
  std::vector<std::pair<std::size_t, std::size_t>> words_of_;  // of each pair
  std::vector<std::vector<double>> shares_;  // by pair, by document: at most, or what was read
};

}  // namespace lede
