// The guard's figures: what searches of one class cost, by one measure. Kept as lines of a table.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace lede::guard {

// What a search does, in order. Each is measured with all those before it.
enum class Stage : std::uint8_t {
  kPlan,       // parse, analyze, plan
  kMatch,      // ids and scores
  kPage,       // ten articles read, with their fields
  kPassages,   // two passages of each
  kSpellings,  // other spellings, where hits are few
};
inline constexpr std::array kStages = {Stage::kPlan, Stage::kMatch, Stage::kPage, Stage::kPassages,
                                       Stage::kSpellings};

enum class Measure : std::uint8_t {
  kXapian,        // processor time, as a multiple of raw Xapian's for the same words
  kLoop,          // processor time, as a multiple of a fixed loop's
  kInstructions,  // thousands executed
};
inline constexpr std::array kMeasures = {Measure::kXapian, Measure::kLoop, Measure::kInstructions};

[[nodiscard]] std::string_view name_of(Stage stage);
[[nodiscard]] std::string_view name_of(Measure measure);
[[nodiscard]] std::optional<Measure> measure_named(std::string_view name);

// The mean of one search.
struct Figure {
  Measure measure = Measure::kXapian;
  std::string query_class;
  double search = 0;  // the whole
  std::array<double, kStages.size()> stages{};

  bool operator==(const Figure&) const = default;
};

// A figure as a line, and the line that says what the columns are.
[[nodiscard]] std::string to_line(const Figure& figure);
[[nodiscard]] std::string header_line();

// Reads a line of to_line(). Errors: kUnreadable.
[[nodiscard]] Result<Figure> parse_figure(std::string_view line);

// Reads many; empty lines and those that start with # are left out.
[[nodiscard]] Result<std::vector<Figure>> parse_figures(std::string_view text);

// The pieces of `text` between `separator`s.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

// The number that is all of `text`, in digits as they are written in the table.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

}  // namespace lede::guard
