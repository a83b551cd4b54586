// Pure functions: no clock, no files.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/budgets.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace lede::guard {
namespace {

constexpr std::string_view kAllow = "allow";

bool same_kind(const Figure& one, const Figure& other) {
  return one.measure == other.measure && one.query_class == other.query_class;
}

const Figure* find(std::span<const Figure> figures, const Figure& like) {
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [&](const Figure& figure) { return same_kind(figure, like); });
  return found == figures.end() ? nullptr : &*found;
}

// The figures of each class and measure together, lowest first, in the order they first appear.
std::vector<std::vector<Figure>> by_kind(std::span<const Figure> runs) {
  std::vector<std::vector<Figure>> kinds;
  for (const Figure& figure : runs) {
    const auto kind = std::find_if(
        kinds.begin(), kinds.end(),
        [&](const std::vector<Figure>& figures) { return same_kind(figures.front(), figure); });
    if (kind == kinds.end()) {
      kinds.push_back({figure});
    } else {
      kind->push_back(figure);
    }
  }
  for (auto& kind : kinds) {
    std::stable_sort(kind.begin(), kind.end(), [](const Figure& one, const Figure& other) {
      return one.search < other.search;
    });
  }
  return kinds;
}

Finding compare(const Figure& budget, const Figure& now, double allowed) {
  Finding finding;
  finding.measure = budget.measure;
  finding.query_class = budget.query_class;
  finding.budget = budget.search;
  finding.now = now.search;
  finding.growth = now.search / budget.search - 1;
  finding.high = !(finding.growth <= allowed);  // so that a budget of nothing is high as well
  finding.grown_by = now.stages.front() - budget.stages.front();
  for (const Stage stage : kStages) {
    const auto at = static_cast<std::size_t>(stage);
    const double by = now.stages[at] - budget.stages[at];
    if (by > finding.grown_by) {
      finding.grown = stage;
      finding.grown_by = by;
    }
  }
  return finding;
}

Finding only_one(const Figure& figure, bool is_budget) {
  Finding finding;
  finding.measure = figure.measure;
  finding.query_class = figure.query_class;
  (is_budget ? finding.budget : finding.now) = figure.search;
  finding.high = true;
  finding.over = true;
  return finding;
}

bool is_high(std::span<const Finding> findings, Measure measure, const std::string& query_class) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.measure == measure && finding.query_class == query_class && finding.high;
  });
}

void decide(std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    const bool by_both = is_high(findings, Measure::kXapian, finding.query_class) &&
                         is_high(findings, Measure::kLoop, finding.query_class);
    finding.over =
        finding.over || (finding.high && (finding.measure == Measure::kInstructions || by_both));
  }
}

double allowed_for(const Budgets& budgets, Measure measure) {
  const auto found = budgets.allowed.find(measure);
  return found == budgets.allowed.end() ? 0 : found->second;
}

std::string number(std::optional<double> value) {
  if (!value) {
    return "-";
  }
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", *value);
  return text.data();
}

std::string what_grew(const Finding& finding) {
  if (!finding.budget) {
    return "  no budget: set one with scripts/guard --update";
  }
  if (!finding.now) {
    return "  not measured";
  }
  if (!finding.high) {
    return "";
  }
  return "  most of it in " + std::string(name_of(finding.grown)) + " (+" +
         number(finding.grown_by) + ")";
}

std::string row(const Finding& finding, double allowed) {
  const std::string measure(name_of(finding.measure));
  std::array<char, 256> text{};
  std::snprintf(text.data(), text.size(), "%-4s  %-12s  %-19s  %10s  %10s  %+6.1f %%  %5.1f %%",
                finding.over   ? "OVER"
                : finding.high ? "high"
                               : "",
                measure.c_str(), finding.query_class.c_str(), number(finding.budget).c_str(),
                number(finding.now).c_str(), 100 * finding.growth, 100 * allowed);
  return text.data() + what_grew(finding) + '\n';
}

}  // namespace

Result<Budgets> parse_budgets(std::string_view text) {
  Budgets budgets;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::vector<std::string_view> columns = split(line, '\t');
    if (columns.front() != kAllow) {
      auto figure = parse_figure(line);
      if (!figure) {
        return fail(std::move(figure).error());
      }
      budgets.figures.push_back(*std::move(figure));
      continue;
    }
    const auto measure = columns.size() == 3 ? measure_named(columns[1]) : std::nullopt;
    const auto growth = columns.size() == 3 ? number_in(columns[2]) : std::nullopt;
    if (!measure || !growth || *growth < 0) {
      return fail(ErrorCode::kUnreadable,
                  "this allows no growth of a measure: \"" + std::string(line) + '"');
    }
    budgets.allowed[*measure] = *growth;
  }
  return budgets;
}

std::string to_text(const Budgets& budgets) {
  std::string text =
      "# What a search may cost, by class of query; docs/performance.md explains the columns.\n"
      "# Written by scripts/guard --update, but for the lines that say how much growth is\n"
      "# allowed: 0.1 is a tenth more than the figure.\n";
  for (const auto& [measure, growth] : budgets.allowed) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.3f", growth);
    text += std::string(kAllow) + '\t' + std::string(name_of(measure)) + '\t' + digits.data();
    text += '\n';
  }
  text += header_line();
  for (const Figure& figure : budgets.figures) {
    text += to_line(figure);
  }
  return text;
}

std::vector<Figure> middle(std::span<const Figure> runs) {
  std::vector<Figure> figures;
  for (const auto& kind : by_kind(runs)) {
    figures.push_back(kind[(kind.size() - 1) / 2]);
  }
  return figures;
}

std::vector<Finding> judge(const Budgets& budgets, std::span<const Figure> now) {
  std::vector<Finding> findings;
  for (const Figure& budget : budgets.figures) {
    const Figure* const found = find(now, budget);
    findings.push_back(found == nullptr
                           ? only_one(budget, true)
                           : compare(budget, *found, allowed_for(budgets, budget.measure)));
  }
  for (const Figure& figure : now) {
    if (find(budgets.figures, figure) == nullptr) {
      findings.push_back(only_one(figure, false));
    }
  }
  decide(findings);
  return findings;
}

bool any_over(std::span<const Finding> findings) {
  return findings.empty() || std::any_of(findings.begin(), findings.end(),
                                         [](const Finding& finding) { return finding.over; });
}

std::string to_table(std::span<const Finding> findings, const Budgets& budgets) {
  std::string over;
  std::string within;
  for (const Finding& finding : findings) {
    (finding.over ? over : within) += row(finding, allowed_for(budgets, finding.measure));
  }
  std::array<char, 128> head{};
  std::snprintf(head.data(), head.size(), "%-4s  %-12s  %-19s  %10s  %10s  %8s  %7s\n", "",
                "measure", "class", "budget", "now", "growth", "allowed");
  return head.data() + over + within;
}

}  // namespace lede::guard
