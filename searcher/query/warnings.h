// What the parser says about a query it did not take as typed: the codes, and their collection.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/tree.h"

namespace lede::query {

// Stable: programs compare them. docs/query-language.md explains each.
namespace warning {
inline constexpr std::string_view kDanglingOperator = "dangling_operator";
inline constexpr std::string_view kCapitals = "capitals";
inline constexpr std::string_view kUnbalancedQuote = "unbalanced_quote";
inline constexpr std::string_view kUnbalancedBracket = "unbalanced_bracket";
inline constexpr std::string_view kUnknownField = "unknown_field";
inline constexpr std::string_view kEmptyField = "empty_field";
inline constexpr std::string_view kUnknownLanguage = "unknown_language";
inline constexpr std::string_view kBadDate = "bad_date";
inline constexpr std::string_view kReversedDates = "reversed_dates";
inline constexpr std::string_view kUnknownValue = "unknown_value";
inline constexpr std::string_view kShortPrefix = "short_prefix";
inline constexpr std::string_view kShortWord = "short_word";
inline constexpr std::string_view kOutOfRange = "out_of_range";
inline constexpr std::string_view kMisplacedMark = "misplaced_mark";
inline constexpr std::string_view kBadProximity = "bad_proximity";
inline constexpr std::string_view kNotSupported = "not_supported";
}  // namespace warning

// Keeps the first kMost, so that a hostile query cannot make an answer of megabytes.
class Warnings {
 public:
  static constexpr std::size_t kMost = 20;

  void add(std::string_view code, std::size_t at, std::string message);

  // All of them in the order of the query.
  [[nodiscard]] std::vector<QueryWarning> take();

 private:
  std::vector<QueryWarning> warnings_;
};

}  // namespace lede::query
