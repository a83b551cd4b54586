// Which run of matches would make the best passage: from match positions alone, before any text is
// looked at.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "searcher/snippet/matcher.h"

namespace lede {

// Matches [first, last): close enough together for one passage.
struct MatchWindow {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Different units count most, by weight; as typed before only by stem; then how close together
// they are; then how early in the text. Each search is one pass over the matches.
class PassageScorer {
 public:
  // `bytes` is how wide a window may be. `matches` and `units` must outlive the scorer.
  PassageScorer(std::span<const TextMatch> matches, std::span<const QueryUnit> units,
                std::size_t bytes);

  // The best window among the matches that are not in a passage yet, as narrow as it can be
  // without losing a unit; nothing when all are taken.
  [[nodiscard]] std::optional<MatchWindow> best();

  // What showing `window` is worth; comparable until the next take().
  [[nodiscard]] double score(MatchWindow window);

  // The better part of `window` when it is split at its widest gap; nothing when that is worth
  // less than `least`.
  [[nodiscard]] std::optional<MatchWindow> better_part(MatchWindow window, double least);

  // The passage [start, end) was chosen: its matches are taken, and units it shows are worth less
  // from now on, so that the next passage shows others.
  void take(std::size_t start, std::size_t end);

 private:
  struct UnitCount {
    std::uint32_t any = 0;
    std::uint32_t exact = 0;
  };

  void add(std::size_t match);
  void remove(std::size_t match);
  void clear();
  // The parts of words that must stand together count as units of their own.
  [[nodiscard]] std::uint32_t number(std::size_t match) const;
  [[nodiscard]] double worth(std::uint32_t unit) const;
  [[nodiscard]] double closeness(std::size_t left, std::size_t right) const;
  [[nodiscard]] double score_from(std::size_t first) const;
  [[nodiscard]] MatchWindow narrowed(MatchWindow window);

  std::span<const TextMatch> matches_;
  std::size_t bytes_;
  std::vector<std::uint32_t> numbers_;  // by unit: that of its first part
  std::vector<double> gains_;           // by number
  std::vector<bool> taken_;             // by match
  // The window being looked at:
  std::vector<UnitCount> counts_;  // by number
  double units_sum_ = 0;
  double closeness_sum_ = 0;
};

}  // namespace lede
