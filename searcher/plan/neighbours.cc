// Walking the words of a query in order, two by two.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/neighbours.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/schema.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

bool ranks(const QueryUnit& unit) {
  return unit.kind == NodeKind::kWord && !unit.negated && !unit.words.empty() && !unit.dictionary &&
         (unit.field == Field::kAny || unit.field == Field::kTitle);
}

class PairCollector {
 public:
  // `after_stop_word`: one stood between this word and the one before it.
  void add(const UnitWord& word, Field field, bool after_stop_word) {
    std::string term = text_term(field_prefix(field), word.term);
    if (!previous_.empty() && field_ == field && pairs_.size() < ranking::kMaxPairs) {
      NeighbourPair pair{previous_, term, false, false};
      pair.adjacent = !after_stop_word && ordered_.emplace(previous_, term).second;
      pair.near = previous_ != term &&
                  unordered_.emplace(std::min(previous_, term), std::max(previous_, term)).second;
      if (pair.adjacent || pair.near) {
        pairs_.push_back(std::move(pair));
      }
    }
    previous_ = std::move(term);
    field_ = field;
  }

  void forget() { previous_.clear(); }
  [[nodiscard]] std::vector<NeighbourPair> take() { return std::move(pairs_); }

 private:
  using Pairs = std::set<std::pair<std::string, std::string>>;

  std::string previous_;
  Field field_ = Field::kAny;
  Pairs ordered_;
  Pairs unordered_;
  std::vector<NeighbourPair> pairs_;
};

}  // namespace

std::vector<NeighbourPair> neighbour_pairs(std::span<const QueryUnit> units,
                                           std::span<const IndexLanguage> languages) {
  PairCollector pairs;
  bool after_stop_word = false;
  for (const QueryUnit& unit : units) {
    if (!ranks(unit)) {
      pairs.forget();
      continue;
    }
    for (const UnitWord& word : unit.words) {
      const bool common = is_stop_word_of_index(word, languages);
      if (!common) {
        pairs.add(word, unit.field, after_stop_word);
      }
      after_stop_word = common;
    }
  }
  return pairs.take();
}

}  // namespace lede
