// What searches may cost: the checked-in budgets, and the judgement of figures by them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/guard/figures.h"
#include "common/result.h"

namespace lede::guard {

struct Budgets {
  std::map<Measure, double> allowed;  // growth: 0.1 is a tenth more than the figure
  std::vector<Figure> figures;        // as they were measured when the budgets were set
};

// Budgets are lines "allow	MEASURE	GROWTH" and figures. Errors: kUnreadable.
[[nodiscard]] Result<Budgets> parse_budgets(std::string_view text);
[[nodiscard]] std::string to_text(const Budgets& budgets);

// Of each class and measure the figure in the middle, with its stages.
[[nodiscard]] std::vector<Figure> middle(std::span<const Figure> runs);

struct Finding {
  Measure measure = Measure::kXapian;
  std::string query_class;
  std::optional<double> budget;  // none: the class is new
  std::optional<double> now;     // none: it was not measured
  double growth = 0;             // 0.2: a fifth more than the budget's figure
  Stage grown = Stage::kPlan;    // where most of it is
  double grown_by = 0;           // in the unit of the measure
  bool high = false;             // it grew more than its measure allows
  bool over = false;             // and so the guard fails
};

// One for each class and measure of either, in the order of the budgets. Instructions that are high
// are over. Time is over when it is high by both its units: another program in the caches makes
// one of them seem high now and then, work that was added makes both. What is only in one of the
// two is over as well: a guard that measures less than it should must not pass.
[[nodiscard]] std::vector<Finding> judge(const Budgets& budgets, std::span<const Figure> now);

[[nodiscard]] bool any_over(std::span<const Finding> findings);

// For people: what is over first, then how near the others are.
[[nodiscard]] std::string to_table(std::span<const Finding> findings, const Budgets& budgets);

}  // namespace lede::guard
