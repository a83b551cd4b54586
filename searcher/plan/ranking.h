// The numbers of the ranking, all in one place, and why they are what they are.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace lede::ranking {

// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994) as
// Xapian::BM25Weight computes it. Xapian's own defaults (k1 1, b 0.5, and lengths below half the
// mean counted as half) lose up to 13% nDCG@10 on judged collections; these are the usual ones.
inline constexpr double kK1 = 1.2;
inline constexpr double kB = 0.7;
// A word typed n times counts (k3 + 1) n / (k3 + n) times: nearly n for long, argued queries,
// where repetition is emphasis, without letting one word drown the rest.
inline constexpr double kK3 = 8;
inline constexpr double kMinNormalizedLength = 0;

// The stem carries the weight; the very form typed adds a little.
inline constexpr double kExactBonus = 0.0625;
// Two words typed side by side that stand side by side add this share of their weights.
inline constexpr double kAdjacencyBonus = 0.0625;
// Two words that follow each other in the query, stop words between them left out, and stand in any
// order within so many words: half a sentence. Both bonuses go back to the ordered and unordered
// windows of Metzler and Croft, "A Markov random field model for term dependencies", 2005.
inline constexpr double kProximityBonus = 0.0625;
inline constexpr Xapian::termcount kProximityWindow = 8;
// Pairs of each kind at most: each reads position lists, and long queries gain little from more.
inline constexpr std::size_t kMaxPairs = 16;
// In a question of so many words, stop words not counted, words of asking ("articles describing …")
// count this share. In a shorter query they may well be what is looked for.
inline constexpr std::size_t kQuestionWords = 6;
inline constexpr double kRequestWordShare = 0.5;
// Stems of a language that few articles of the index are in count at least this share.
inline constexpr double kMinLanguageScale = 0.25;

// The bonuses of neighbours are a second phase, for the best articles of the first: read positions
// of all articles that have the words, and a headline pasted into 20,000 articles takes fifty times
// as long. What comes later on stays in the order of the first phase.
inline constexpr std::size_t kSecondPhase = 200;

[[nodiscard]] inline Xapian::BM25Weight bm25() { return {kK1, 0, kK3, kB, kMinNormalizedLength}; }

struct TermStatistics {
  double documents = 0;  // in the database
  double frequency = 0;  // of them with the term
  double mean_length = 0;
};

// What Xapian gives a term that is once in the query, with the settings above.
[[nodiscard]] double bm25_weight(const TermStatistics& term, double wdf, double length);

}  // namespace lede::ranking
