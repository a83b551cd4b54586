// Columns are separated by tabs, so that a changed budget is one line of a diff.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guard/figures.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace lede::guard {
namespace {

constexpr std::size_t kFirstNumber = 2;  // columns before: measure, class
constexpr std::size_t kColumns = kFirstNumber + 1 + kStages.size();

constexpr std::array<std::string_view, kStages.size()> kStageNames = {"plan", "match", "page",
                                                                      "passages", "spellings"};
constexpr std::array<std::string_view, kMeasures.size()> kMeasureNames = {
    "time/xapian", "time/loop", "instructions"};

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "\t%.3f", value);
  return text.data();
}

}  // namespace

std::string_view name_of(Stage stage) { return kStageNames[static_cast<std::size_t>(stage)]; }

std::string_view name_of(Measure measure) {
  return kMeasureNames[static_cast<std::size_t>(measure)];
}

std::optional<Measure> measure_named(std::string_view name) {
  const auto* const found =
      std::find_if(kMeasures.begin(), kMeasures.end(),
                   [&](const Measure measure) { return name_of(measure) == name; });
  return found == kMeasures.end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      return pieces;
    }
    text.remove_prefix(end + 1);
  }
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

std::string to_line(const Figure& figure) {
  std::string line = std::string(name_of(figure.measure)) + '\t' + figure.query_class;
  line += number(figure.search);
  for (const double stage : figure.stages) {
    line += number(stage);
  }
  return line + '\n';
}

std::string header_line() {
  std::string line = "# measure\tclass\tsearch";
  for (const Stage stage : kStages) {
    line += '\t';
    line += name_of(stage);
  }
  return line + '\n';
}

Result<Figure> parse_figure(std::string_view line) {
  const std::vector<std::string_view> columns = split(line, '\t');
  const std::optional<Measure> measure = measure_named(columns.front());
  std::vector<double> numbers;
  for (std::size_t column = kFirstNumber; column < columns.size(); ++column) {
    if (const auto found = number_in(columns[column])) {
      numbers.push_back(*found);
    }
  }
  if (!measure || columns.size() != kColumns || numbers.size() != kColumns - kFirstNumber) {
    return fail(ErrorCode::kUnreadable, "this is no line of figures: \"" + std::string(line) + '"',
                "columns, separated by tabs: " + header_line());
  }
  Figure figure;
  figure.measure = *measure;
  figure.query_class = columns[1];
  figure.search = numbers.front();
  std::copy(numbers.begin() + 1, numbers.end(), figure.stages.begin());
  return figure;
}

Result<std::vector<Figure>> parse_figures(std::string_view text) {
  std::vector<Figure> figures;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    auto figure = parse_figure(line);
    if (!figure) {
      return fail(std::move(figure).error());
    }
    figures.push_back(*std::move(figure));
  }
  return figures;
}

}  // namespace lede::guard
