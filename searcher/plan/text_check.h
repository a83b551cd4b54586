// What the index cannot tell, the stored text can: whether words stand in one sentence, or phrases
// near each other. As a part of a Xapian query, so that it works wherever it is in the tree.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <memory>
#include <optional>

#include "common/text/analyzer.h"
#include "searcher/plan/limits.h"
#include "searcher/plan/units.h"

namespace lede {

// How many texts one query may still have read. Shared by all its checks.
class CheckBudget {
 public:
  explicit CheckBudget(std::size_t articles = limit::kCheckedArticles,
                       std::chrono::milliseconds time = limit::kCheckTime)
      : left_(articles), time_(time) {}

  // Whether one more text may be read. The time runs from the first call.
  [[nodiscard]] bool take();

  // Whether some text was not read, so that articles may have been missed.
  [[nodiscard]] bool exhausted() const { return exhausted_; }

 private:
  using Clock = std::chrono::steady_clock;
  std::size_t left_;
  std::chrono::milliseconds time_;
  std::optional<Clock::time_point> deadline_;
  bool exhausted_ = false;
};

// A query that all articles match in whose title or text the words of `group` stand together.
// Combine it with one that finds articles with the words: Xapian then asks only about those.
// Carries no weight. `analyzer` must outlive the query, which must not run in two threads.
// Once the budget is spent, no further article matches.
[[nodiscard]] Xapian::Query text_check(const QueryUnit& group, Analyzer& analyzer,
                                       std::shared_ptr<CheckBudget> budget);

}  // namespace lede
