// Walking a query tree: words are combined as --match says, filters filter, what is negated is
// taken away.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "searcher/plan/planner.h"
#include "searcher/plan/relaxation.h"
#include "searcher/plan/unit_query.h"
#include "searcher/plan/units.h"

namespace lede {

// How words side by side are combined.
enum class Words : std::uint8_t {
  kAll,
  kAny,
  kSome,  // those that a step of relaxation demands; the others only add to the score
};

// Plans one tree. All it is given must outlive it.
class TreePlanner {
 public:
  // `units` are those of analyze_query(root), and ready: expanded, acronyms told apart. Planning
  // sets which of them are ignored.
  TreePlanner(const QueryNode& root, std::span<QueryUnit> units, Words words,
              const PlanContext& context, std::shared_ptr<CheckBudget> checks);

  // A query that is empty() when nothing was asked for.
  [[nodiscard]] Xapian::Query plan() { return node_query(root_); }
  [[nodiscard]] Xapian::Query plan(const DemandedUnits& demanded) {
    demanded_ = demanded;
    return plan();
  }

  // Units that relaxation may drop, after a plan of all words.
  [[nodiscard]] const std::vector<std::size_t>& droppable() const { return droppable_; }

 private:
  struct Group;
  struct WordCounts;

  [[nodiscard]] std::size_t unit_of(const QueryNode& node) const { return by_node_.at(&node); }
  Xapian::Query node_query(const QueryNode& node);
  Xapian::Query unboosted_query(const QueryNode& node);
  [[nodiscard]] Xapian::Query unit_query(const QueryUnit& unit, Xapian::termcount times,
                                         bool strict) const;
  [[nodiscard]] Xapian::Query leaf_query(const QueryUnit& unit) const;
  [[nodiscard]] bool demands(std::size_t unit) const;
  bool add_to(Group& group, const QueryNode& node);
  Xapian::Query words_query(const QueryNode& node);
  void add_word(Group& group, const QueryNode& node, Xapian::termcount times);
  void add_part(Group& group, const Xapian::Query& query, const QueryNode& child) const;
  Xapian::Query and_query(const QueryNode& node);
  Xapian::Query or_query(const QueryNode& node);
  [[nodiscard]] WordCounts count_words(const QueryNode& node) const;
  [[nodiscard]] bool is_stop_word_unit(const QueryUnit& unit) const;
  [[nodiscard]] bool is_request_word_unit(const QueryUnit& unit) const;

  const QueryNode& root_;
  std::span<QueryUnit> units_;
  Words words_;
  const PlanContext& context_;
  std::shared_ptr<CheckBudget> checks_;
  UnitQueries queries_;
  std::unordered_map<const QueryNode*, std::size_t> by_node_;
  DemandedUnits demanded_;  // with Words::kSome
  std::vector<std::size_t> droppable_;
};

}  // namespace lede
