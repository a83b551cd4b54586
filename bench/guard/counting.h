// Instructions of searches, counted by valgrind's callgrind: the same in every run.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/guard/figures.h"
#include "bench/guard/questions.h"
#include "bench/guard/slowdown.h"
#include "bench/guard/subject.h"
#include "common/result.h"

namespace lede::guard {

// Asks everything once, for callgrind, which writes a file for each class and stage. Errors: kUsage
// when this process does not run under valgrind.
[[nodiscard]] Result<void> count_instructions(Subject& subject, const Questions& questions,
                                              const Slowdown& slowdown);

// What such a file counted: searches of one class that stopped after a stage.
struct Count {
  std::string query_class;
  Stage stage = Stage::kPlan;
  std::size_t searches = 0;
  double instructions = 0;
};

// Reads a file of callgrind's; nothing when it was written for another reason than
// count_instructions(). Errors: kUnreadable.
[[nodiscard]] Result<std::optional<Count>> parse_count(std::string_view file);

// Figures by kInstructions. Errors: kUnreadable, when stages of a class are missing.
[[nodiscard]] Result<std::vector<Figure>> to_figures(std::span<const Count> counts);

}  // namespace lede::guard
