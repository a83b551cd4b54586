// Pairs of neighbours as Xapian phrases and windows.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/neighbours.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "common/schema.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/unit_query.h"

namespace lede {
namespace {

using Xapian::Query;

bool ranks(const QueryUnit& unit) {
  return unit.kind == NodeKind::kWord && !unit.negated && !unit.words.empty() && !unit.dictionary &&
         (unit.field == Field::kAny || unit.field == Field::kTitle);
}

class PairCollector {
 public:
  // `after_stop_word`: one stood between this word and the one before it.
  void add(const std::string& term, Field field, bool after_stop_word) {
    if (previous_ != nullptr && field_ == field) {
      if (!after_stop_word && kept(ordered_, *previous_, term)) {
        bonuses_.push_back(pair(*previous_, term, {Query::OP_PHRASE, 2, ranking::kAdjacencyBonus}));
      }
      if (*previous_ != term &&
          kept(unordered_, std::min(*previous_, term), std::max(*previous_, term))) {
        bonuses_.push_back(
            pair(*previous_, term,
                 {Query::OP_NEAR, ranking::kProximityWindow, ranking::kProximityBonus}));
      }
    }
    previous_ = &term;
    field_ = field;
  }

  void forget() { previous_ = nullptr; }
  [[nodiscard]] std::vector<Query> take() { return std::move(bonuses_); }

 private:
  struct Closeness {
    Query::op op;
    Xapian::termcount window;
    double bonus;
  };
  using Pairs = std::set<std::pair<std::string, std::string>>;

  static bool kept(Pairs& pairs, const std::string& first, const std::string& second) {
    return pairs.size() < ranking::kMaxPairs && pairs.emplace(first, second).second;
  }

  [[nodiscard]] Query pair(const std::string& first, const std::string& second,
                           const Closeness& closeness) const {
    const auto prefix = field_prefix(field_);
    const Query both[] = {Query(text_term(prefix, first)), Query(text_term(prefix, second))};
    return {closeness.bonus, Query(closeness.op, both, both + 2, closeness.window)};
  }

  const std::string* previous_ = nullptr;
  Field field_ = Field::kAny;
  Pairs ordered_;
  Pairs unordered_;
  std::vector<Query> bonuses_;
};

}  // namespace

std::vector<Query> neighbour_bonuses(std::span<const QueryUnit> units,
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
        pairs.add(word.term, unit.field, after_stop_word);
      }
      after_stop_word = common;
    }
  }
  return pairs.take();
}

// One AND_MAYBE a pair: under a single AND_MAYBE with an OR of phrases Xapian 1.4.22 also counts
// phrases that are not there (tests/integration/ranking_oracle_test.cc sees it).
Query with_bonuses(Query query, const std::vector<Query>& bonuses) {
  if (query.empty()) {
    return query;
  }
  for (const Query& bonus : bonuses) {
    query = Query(Query::OP_AND_MAYBE, query, bonus);
  }
  return query;
}

}  // namespace lede
