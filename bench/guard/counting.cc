// Callgrind counts from dump to dump, and each dump carries a name: "lede CLASS STAGE SEARCHES".
// It starts with the first of them, since all it looks at takes fifty times as long.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/counting.h"

#include <algorithm>

#include "bench/guard/stopwatch.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#define LEDE_HAS_CALLGRIND 1
#else
#define LEDE_HAS_CALLGRIND 0
#endif

namespace lede::guard {
namespace {

constexpr std::string_view kMark = "lede";

#if LEDE_HAS_CALLGRIND
void dump(const std::string& name) { CALLGRIND_DUMP_STATS_AT(name.c_str()); }
void begin() { CALLGRIND_START_INSTRUMENTATION; }
void forget() { CALLGRIND_ZERO_STATS; }
bool is_counting() { return RUNNING_ON_VALGRIND != 0; }
#else
void dump(const std::string& /*name*/) {}
void begin() {}
void forget() {}
bool is_counting() { return false; }
#endif

// The rest of the line that starts with `start`.
std::string_view line_after(std::string_view text, std::string_view start) {
  for (const std::string_view line : split(text, '\n')) {
    if (line.substr(0, start.size()) == start) {
      return line.substr(start.size());
    }
  }
  return {};
}

std::optional<Stage> stage_named(std::string_view name) {
  for (const Stage stage : kStages) {
    if (name_of(stage) == name) {
      return stage;
    }
  }
  return std::nullopt;
}

void search_all(Subject& subject, const std::vector<Question>& questions, Stage stage) {
  for (const Question& question : questions) {
    subject.search(question, stage);
  }
}

// All of them, and then a share of them again: so many, and until they have taken so much time,
// which under valgrind is that of their instructions.
void search_all_slowed(Subject& subject, const std::vector<Question>& questions, Stage stage) {
  double usual = 0;
  for (const Question& question : questions) {
    usual += time_of([&] { return subject.search(question, stage); });
  }
  double more = 0;
  const double count = static_cast<double>(questions.size()) * Slowdown::kShare;
  for (std::size_t i = 0; static_cast<double>(i) < count || more < usual * Slowdown::kShare; ++i) {
    more += time_of([&] { return subject.search(questions[i % questions.size()], stage); });
  }
}

}  // namespace

Result<void> count_instructions(Subject& subject, const Questions& questions,
                                const Slowdown& slowdown) {
  if (!is_counting()) {
    return fail(ErrorCode::kUsage, "instructions are counted under valgrind only",
                "run it as scripts/guard does");
  }
  begin();
  for (const auto& [query_class, all] : questions) {
    const std::string name(name_of(query_class));
    for (const Stage stage : kStages) {
      forget();
      slowdown.is_for(name) ? search_all_slowed(subject, all, stage)
                            : search_all(subject, all, stage);
      dump(std::string(kMark) + ' ' + name + ' ' + std::string(name_of(stage)) + ' ' +
           std::to_string(all.size()));
    }
  }
  return {};
}

Result<std::optional<Count>> parse_count(std::string_view file) {
  const std::string_view name = line_after(file, "desc: Trigger: Client Request: ");
  const std::vector<std::string_view> words = split(name, ' ');
  if (words.front() != kMark) {
    return std::optional<Count>();
  }
  const auto instructions = number_in(line_after(file, "totals: "));
  const auto stage = words.size() == 4 ? stage_named(words[2]) : std::nullopt;
  const auto searches = words.size() == 4 ? number_in(words[3]) : std::nullopt;
  if (!instructions || !stage || !searches || *searches < 1) {
    return fail(ErrorCode::kUnreadable,
                "callgrind's file does not say what it counted: \"" + std::string(name) + '"');
  }
  return std::optional(
      Count{std::string(words[1]), *stage, static_cast<std::size_t>(*searches), *instructions});
}

Result<std::vector<Figure>> to_figures(std::span<const Count> counts) {
  constexpr double kThousand = 1000;
  std::vector<Figure> figures;
  for (const Count& first : counts) {
    if (first.stage != Stage::kPlan) {
      continue;
    }
    Figure figure;
    figure.measure = Measure::kInstructions;
    figure.query_class = first.query_class;
    for (const Stage stage : kStages) {
      const auto count = std::find_if(counts.begin(), counts.end(), [&](const Count& each) {
        return each.query_class == first.query_class && each.stage == stage;
      });
      if (count == counts.end()) {
        return fail(ErrorCode::kUnreadable, first.query_class + ": instructions of the stage \"" +
                                                std::string(name_of(stage)) + "\" are missing");
      }
      const double whole = count->instructions / static_cast<double>(count->searches) / kThousand;
      figure.stages[static_cast<std::size_t>(stage)] = whole - figure.search;
      figure.search = whole;
    }
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace lede::guard
