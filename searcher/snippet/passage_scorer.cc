// Scoring windows of matches.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/passage_scorer.h"

#include <algorithm>

namespace lede {
namespace {

constexpr double kLeastWeight = 0.01;  // a unit of no weight still beats no unit
constexpr double kStemWorth = 0.6;     // of an exact match
constexpr double kRepeatWorth = 0.05;  // each further match of a unit, up to three
constexpr std::uint32_t kRepeats = 3;
constexpr double kNeighbourWorth = 0.3;  // two units side by side
constexpr double kNeighbourReach = 20;   // bytes between them that halve it
constexpr double kClosenessShare = 0.4;  // of the units' worth, at most
constexpr double kShownWorth = 0.25;     // of a unit that an earlier passage shows
constexpr double kEarlyWorth = 0.15;     // at the very start of the text
constexpr double kEarlyReach = 1500;     // bytes that halve it

}  // namespace

PassageScorer::PassageScorer(std::span<const TextMatch> matches, std::span<const QueryUnit> units,
                             std::size_t bytes)
    : matches_(matches), bytes_(bytes), taken_(matches.size()) {
  for (const QueryUnit& unit : units) {
    // Written so that a weight that is no number counts as the least.
    const double weight = unit.weight > kLeastWeight ? unit.weight : kLeastWeight;
    const std::size_t parts = std::max<std::size_t>(unit.parts.size(), 1);
    numbers_.push_back(static_cast<std::uint32_t>(gains_.size()));
    gains_.insert(gains_.end(), parts, weight / static_cast<double>(parts));
  }
  counts_.resize(gains_.size());
}

std::uint32_t PassageScorer::number(std::size_t match) const {
  return numbers_[matches_[match].unit] + matches_[match].part;
}

std::optional<MatchWindow> PassageScorer::best() {
  std::optional<MatchWindow> best;
  double best_score = 0;
  std::size_t first = 0;
  clear();
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    if (taken_[i]) {
      clear();
      first = i + 1;
      continue;
    }
    if (i > first) {
      closeness_sum_ += closeness(i - 1, i);
    }
    add(i);
    while (first < i && matches_[i].end - matches_[first].start > bytes_) {
      closeness_sum_ -= closeness(first, first + 1);
      remove(first++);
    }
    if (const double now = score_from(first); now > best_score) {
      best_score = now;
      best = MatchWindow{first, i + 1};
    }
  }
  return best ? std::optional(narrowed(*best)) : std::nullopt;
}

std::optional<MatchWindow> PassageScorer::better_part(MatchWindow window, double least) {
  std::size_t split = window.last;
  std::uint32_t widest = 0;
  for (std::size_t i = window.first + 1; i < window.last; ++i) {
    const std::uint32_t gap = matches_[i].start - matches_[i - 1].end;
    if (gap >= widest) {
      widest = gap;
      split = i;
    }
  }
  if (split == window.last) {
    return std::nullopt;
  }
  const MatchWindow left{window.first, split};
  const MatchWindow right{split, window.last};
  const double left_score = score(left);
  const double right_score = score(right);
  if (std::max(left_score, right_score) < least) {
    return std::nullopt;
  }
  return narrowed(left_score >= right_score ? left : right);
}

void PassageScorer::take(std::size_t start, std::size_t end) {
  const auto ends_before = [](const TextMatch& match, std::size_t at) { return match.end <= at; };
  const auto begin =
      std::lower_bound(matches_.begin(), matches_.end(), start, ends_before) - matches_.begin();
  clear();
  for (auto i = static_cast<std::size_t>(begin); i < matches_.size() && matches_[i].start < end;
       ++i) {
    taken_[i] = true;
    auto& count = counts_[number(i)];
    if (count.any++ == 0) {
      gains_[number(i)] *= kShownWorth;
    }
  }
}

void PassageScorer::add(std::size_t match) {
  const std::uint32_t unit = number(match);
  units_sum_ -= worth(unit);
  ++counts_[unit].any;
  counts_[unit].exact += matches_[match].exact ? 1U : 0U;
  units_sum_ += worth(unit);
}

void PassageScorer::remove(std::size_t match) {
  const std::uint32_t unit = number(match);
  units_sum_ -= worth(unit);
  --counts_[unit].any;
  counts_[unit].exact -= matches_[match].exact ? 1U : 0U;
  units_sum_ += worth(unit);
}

void PassageScorer::clear() {
  std::fill(counts_.begin(), counts_.end(), UnitCount());
  units_sum_ = 0;
  closeness_sum_ = 0;
}

double PassageScorer::worth(std::uint32_t unit) const {
  const UnitCount& count = counts_[unit];
  if (count.any == 0) {
    return 0;
  }
  const double repeats = kRepeatWorth * std::min(count.any - 1, kRepeats);
  return gains_[unit] * ((count.exact > 0 ? 1 : kStemWorth) + repeats);
}

double PassageScorer::closeness(std::size_t left, std::size_t right) const {
  const TextMatch& a = matches_[left];
  const TextMatch& b = matches_[right];
  if (number(left) == number(right)) {
    return 0;
  }
  const double gap = b.start - a.end;
  return kNeighbourWorth * std::min(gains_[number(left)], gains_[number(right)]) /
         (1 + gap / kNeighbourReach);
}

double PassageScorer::score_from(std::size_t first) const {
  const double early = kEarlyWorth / (1 + matches_[first].start / kEarlyReach);
  return (units_sum_ + std::min(closeness_sum_, kClosenessShare * units_sum_)) * (1 + early);
}

double PassageScorer::score(MatchWindow window) {
  clear();
  for (std::size_t i = window.first; i < window.last; ++i) {
    add(i);
    closeness_sum_ += i > window.first ? closeness(i - 1, i) : 0;
  }
  return score_from(window.first);
}

MatchWindow PassageScorer::narrowed(MatchWindow window) {
  clear();
  for (std::size_t i = window.first; i < window.last; ++i) {
    add(i);
  }
  const auto spare = [this](std::size_t match) {
    const UnitCount& count = counts_[number(match)];
    return count.any > 1 && (!matches_[match].exact || count.exact > 1);
  };
  while (spare(window.last - 1)) {
    remove(--window.last);
  }
  while (spare(window.first)) {
    remove(window.first++);
  }
  return window;
}

}  // namespace lede
