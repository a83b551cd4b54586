// Ranges of dates and their ends.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/dates.h"

#include <optional>
#include <string>
#include <utility>

#include "searcher/query/characters.h"
#include "searcher/query/periods.h"

namespace lede {
namespace {

using query::bad_date;
using query::parse_period;
using query::Period;

constexpr std::string_view kTo = "..";

// The two ends of "a..b"; an absent one is open.
struct Ends {
  std::optional<Period> first;
  std::optional<Period> last;
};

std::string_view trim(std::string_view text) {
  const std::size_t start = text.find_first_not_of(' ');
  return start == std::string_view::npos
             ? std::string_view()
             : text.substr(start, text.find_last_not_of(' ') - start + 1);
}

std::int64_t end_of(const Period& period) { return period.moment ? period.from : period.to; }

bool is_reversed(const Ends& ends) {
  return ends.first && ends.last && ends.first->from > ends.last->from &&
         ends.first->from >= end_of(*ends.last);
}

Result<Ends> parse_ends(std::string_view text, std::size_t dots, const Clock& clock) {
  const std::string_view first = trim(text.substr(0, dots));
  const std::string_view last = trim(text.substr(dots + kTo.size()));
  if (first.empty() && last.empty()) {
    return fail(bad_date(text, "a range needs at least one end"));
  }
  Ends ends;
  for (const auto& [part, end] : {std::pair(first, &ends.first), std::pair(last, &ends.last)}) {
    if (part.empty()) {
      continue;
    }
    auto period = parse_period(part, clock);
    if (!period) {
      return fail(std::move(period).error());
    }
    *end = *period;
  }
  return ends;
}

// ">=2024" and the like: `sign` is what stands before the date.
Result<TypedDates> compared(std::string_view sign, std::string_view date, const Clock& clock) {
  const auto period = parse_period(trim(date), clock);
  if (!period) {
    return fail(period.error());
  }
  if (sign == ">=") {
    return TypedDates{{period->from, std::nullopt}};
  }
  if (sign == ">") {
    return TypedDates{{end_of(*period), std::nullopt}};
  }
  return TypedDates{{std::nullopt, sign == "<" ? period->from : end_of(*period)}};
}

Result<TypedDates> one_period(std::string_view text, const Clock& clock) {
  const auto period = parse_period(text, clock);
  if (!period) {
    return fail(period.error());
  }
  if (period->from == period->to) {
    return fail(bad_date(text, "it is a moment; it can only be the end of a range"));
  }
  return TypedDates{{period->from, period->to}};
}

// "a..b", the dots at byte `dots`.
Result<TypedDates> two_ends(std::string_view text, std::size_t dots, const Clock& clock) {
  auto ends = parse_ends(text, dots, clock);
  if (!ends) {
    return fail(std::move(ends).error());
  }
  TypedDates typed;
  typed.reversed = is_reversed(*ends);
  if (typed.reversed) {
    std::swap(ends->first, ends->last);
  }
  DateRange& range = typed.range;
  if (ends->first) {
    range.from = ends->first->from;
  }
  if (ends->last) {
    range.to = end_of(*ends->last);
  }
  if (range.from && range.from == range.to) {
    return fail(bad_date(text, "it ends when it starts"));
  }
  return typed;
}

}  // namespace

Result<TypedDates> parse_date_range(std::string_view typed, const Clock& clock) {
  const std::string_view text = trim(typed);
  for (const std::string_view sign : {">=", "<=", ">", "<"}) {
    if (text.substr(0, sign.size()) == sign) {
      return compared(sign, text.substr(sign.size()), clock);
    }
  }
  const std::size_t dots = text.find(kTo);
  return dots == std::string_view::npos ? one_period(text, clock) : two_ends(text, dots, clock);
}

Result<DateRange> parse_after(std::string_view text, const Clock& clock) {
  const auto period = parse_period(trim(text), clock);
  return period ? Result<DateRange>(DateRange{period->from, std::nullopt}) : fail(period.error());
}

Result<DateRange> parse_before(std::string_view text, const Clock& clock) {
  const auto period = parse_period(trim(text), clock);
  return period ? Result<DateRange>(DateRange{std::nullopt, period->from}) : fail(period.error());
}

}  // namespace lede
