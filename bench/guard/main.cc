// lede-guard: the parts of scripts/guard that measure and judge.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/guard/budgets.h"
#include "bench/guard/corpus.h"
#include "bench/guard/counting.h"
#include "bench/guard/timing.h"
#include "common/xapian_guard.h"

namespace lede::guard {
namespace {

constexpr int kGood = 0;
constexpr int kOver = 1;
constexpr int kError = 2;

constexpr const char* kUsageText =
    "usage: lede-guard prepare FOLDER ARTICLES           writes a database and questions\n"
    "       lede-guard time FOLDER ROUNDS [SLOW-CLASS]   prints figures\n"
    "       lede-guard count FOLDER [SLOW-CLASS]         for valgrind --tool=callgrind\n"
    "       lede-guard counted CALLGRIND-FILE...         prints figures\n"
    "       lede-guard judge BUDGETS FIGURES...          exit code 1: something is over\n"
    "       lede-guard budgets OLD-BUDGETS FIGURES...    prints new budgets\n"
    "SLOW-CLASS, or \"all\", is made a fifth slower, to see whether it is noticed.\n";

using Arguments = std::span<const std::string>;

struct Setup {
  Questions questions;
  Subject subject;
};

std::string database_in(const std::string& folder) { return folder + "/guard.db"; }
std::string questions_in(const std::string& folder) { return folder + "/questions.tsv"; }

Result<std::string> content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) {
    return fail(ErrorCode::kIo, file + ": cannot be read");
  }
  return content;
}

Result<Setup> set_up(const std::string& folder) {
  auto text = content_of(questions_in(folder));
  if (!text) {
    return fail(std::move(text).error());
  }
  auto questions = parse_questions(*text);
  if (!questions) {
    return fail(std::move(questions).error());
  }
  auto subject = Subject::open(database_in(folder));
  if (!subject) {
    return fail(std::move(subject).error());
  }
  // Everything is asked for the first time here, while nothing is measured.
  if (auto checked = subject->check(*questions); !checked) {
    return fail(std::move(checked).error());
  }
  return Setup{*std::move(questions), *std::move(subject)};
}

Result<std::vector<Figure>> figures_in(Arguments files) {
  std::vector<Figure> all;
  for (const std::string& file : files) {
    auto text = content_of(file);
    auto figures = text ? parse_figures(*text) : fail(std::move(text).error());
    if (!figures) {
      return figures;
    }
    all.insert(all.end(), figures->begin(), figures->end());
  }
  return all;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print(std::span<const Figure> figures) {
  print(header_line());
  for (const Figure& figure : figures) {
    print(to_line(figure));
  }
}

Result<int> prepare(Arguments arguments) {
  const std::string& folder = arguments[0];
  const auto articles = static_cast<std::size_t>(number_in(arguments[1]).value_or(0));
  std::filesystem::create_directories(folder);
  if (auto written = write_database(database_in(folder), articles); !written) {
    return fail(std::move(written).error());
  }
  std::ofstream questions(questions_in(folder), std::ios::binary);
  questions << draw_questions(generator(), articles);
  if (!questions.flush()) {
    return fail(ErrorCode::kIo, questions_in(folder) + ": cannot be written");
  }
  return kGood;
}

Result<int> time(Arguments arguments) {
  auto setup = set_up(arguments[0]);
  const auto rounds = static_cast<std::size_t>(number_in(arguments[1]).value_or(0));
  if (!setup || rounds == 0) {
    return setup ? fail(ErrorCode::kUsage, "ROUNDS is a number from 1 on")
                 : fail(std::move(setup).error());
  }
  const Slowdown slowdown(arguments.size() > 2 ? arguments[2] : "");
  print(measure_time(setup->subject, setup->questions, slowdown, rounds));
  return kGood;
}

Result<int> count(Arguments arguments) {
  auto setup = set_up(arguments[0]);
  if (!setup) {
    return fail(std::move(setup).error());
  }
  const Slowdown slowdown(arguments.size() > 1 ? arguments[1] : "");
  if (auto counted = count_instructions(setup->subject, setup->questions, slowdown); !counted) {
    return fail(std::move(counted).error());
  }
  return kGood;
}

Result<int> counted(Arguments arguments) {
  std::vector<Count> counts;
  for (const std::string& file : arguments) {
    auto text = content_of(file);
    auto parsed = text ? parse_count(*text) : fail(std::move(text).error());
    if (!parsed) {
      return fail(std::move(parsed).error());
    }
    if (*parsed) {
      counts.push_back(**parsed);
    }
  }
  auto figures = to_figures(counts);
  if (!figures) {
    return fail(std::move(figures).error());
  }
  print(*figures);
  return kGood;
}

struct Comparison {
  Budgets budgets;
  std::vector<Figure> runs;
};

Result<Comparison> read_comparison(Arguments arguments) {
  auto text = content_of(arguments[0]);
  auto budgets = text ? parse_budgets(*text) : fail(std::move(text).error());
  if (!budgets) {
    return fail(std::move(budgets).error());
  }
  auto runs = figures_in(arguments.subspan(1));
  if (!runs) {
    return fail(std::move(runs).error());
  }
  return Comparison{*std::move(budgets), *std::move(runs)};
}

Result<int> judge_runs(Arguments arguments) {
  const auto comparison = read_comparison(arguments);
  if (!comparison) {
    return fail(comparison.error());
  }
  const auto findings = judge(comparison->budgets, middle(comparison->runs));
  print(to_table(findings, comparison->budgets));
  return any_over(findings) ? kOver : kGood;
}

Result<int> new_budgets(Arguments arguments) {
  const auto comparison = read_comparison(arguments);
  if (!comparison) {
    return fail(comparison.error());
  }
  print(to_text({comparison->budgets.allowed, middle(comparison->runs)}));
  return kGood;
}

struct Command {
  std::string_view name;
  std::size_t fewest;  // arguments
  std::size_t most;
  Result<int> (*run)(Arguments);
};

constexpr std::size_t kAny = 1000;
constexpr std::array kCommands = {
    Command{"prepare", 2, 2, prepare},     Command{"time", 2, 3, time},
    Command{"count", 1, 2, count},         Command{"counted", 1, kAny, counted},
    Command{"judge", 2, kAny, judge_runs}, Command{"budgets", 2, kAny, new_budgets}};

int run(const std::vector<std::string>& typed) {
  for (const Command& command : kCommands) {
    if (typed.empty() || typed.front() != command.name) {
      continue;
    }
    const Arguments arguments = Arguments(typed).subspan(1);
    if (arguments.size() < command.fewest || arguments.size() > command.most) {
      break;
    }
    const auto result = xapian_guard(arguments[0], [&] { return command.run(arguments); });
    if (result) {
      return *result;
    }
    std::fprintf(stderr, "lede-guard: %s\n%s\n", result.error().message.c_str(),
                 result.error().hint.c_str());
    return kError;
  }
  std::fputs(kUsageText, stderr);
  return kError;
}

}  // namespace
}  // namespace lede::guard

int main(int argc, char** argv) {
  try {
    return lede::guard::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lede-guard: %s\n", error.what());
    return 2;
  }
}
