// Reading numbers and keeping them in bounds.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <locale>
#include <sstream>
#include <string>

#include "searcher/query/characters.h"

namespace lede::query {
namespace {

// Infinite where it is too large, NaN where it is none ("1.2.3", ".").
double value_of(std::string_view digits) {
  double value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, value);
  if (error == std::errc::result_out_of_range) {
    return std::numeric_limits<double>::infinity();
  }
  return error == std::errc() && stopped == end ? value : std::numeric_limits<double>::quiet_NaN();
}

void warn(const TypedNumber& number, double least, double most, double taken, Warnings& warnings) {
  std::ostringstream message;
  message.imbue(std::locale::classic());
  message << in_quotes(number.mark) << ": the number may be from " << least << " to " << most
          << "; " << taken << " was taken";
  warnings.add(warning::kOutOfRange, number.at, message.str());
}

}  // namespace

std::uint32_t read_count(const TypedNumber& number, const Bounds& bounds, Warnings& warnings) {
  const double typed = value_of(number.digits);
  const double whole = std::isnan(typed) ? bounds.least : std::floor(typed);
  const double taken = std::clamp<double>(whole, bounds.least, bounds.most);
  if (typed != taken) {
    warn(number, bounds.least, bounds.most, taken, warnings);
  }
  return static_cast<std::uint32_t>(taken);
}

double read_boost(const TypedNumber& number, Warnings& warnings) {
  const double typed = value_of(number.digits);
  const double taken = std::isnan(typed) ? 1 : within_boosts(typed);
  if (std::isnan(typed) || typed < kLeastBoost || typed > kMostBoost) {
    warn(number, kLeastBoost, kMostBoost, taken, warnings);
  }
  return taken;
}

double within_boosts(double boost) {
  constexpr double kDecimals = 1000;
  return std::round(std::clamp(boost, kLeastBoost, kMostBoost) * kDecimals) / kDecimals;
}

}  // namespace lede::query
