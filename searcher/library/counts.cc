// Dates as instants of the standard library; values and how often they occur.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/library/counts.h"

#include <utility>
#include <vector>

namespace lede::v1 {
namespace {

std::chrono::sys_seconds instant(std::int64_t time) {
  return std::chrono::sys_seconds(std::chrono::seconds(time));
}

DatePrecision outer(lede::DatePrecision precision) {
  switch (precision) {
    case lede::DatePrecision::kYear:
      return DatePrecision::kYear;
    case lede::DatePrecision::kMonth:
      return DatePrecision::kMonth;
    case lede::DatePrecision::kDay:
      break;
    case lede::DatePrecision::kMinute:
      return DatePrecision::kMinute;
    case lede::DatePrecision::kSecond:
      return DatePrecision::kSecond;
  }
  return DatePrecision::kDay;
}

Facet outer(FacetField field) {
  switch (field) {
    case FacetField::kPublisher:
      break;
    case FacetField::kLanguage:
      return Facet::kLanguage;
    case FacetField::kAuthor:
      return Facet::kAuthor;
    case FacetField::kPlace:
      return Facet::kPlace;
    case FacetField::kYear:
      return Facet::kYear;
    case FacetField::kMonth:
      return Facet::kMonth;
  }
  return Facet::kPublisher;
}

Interval outer(lede::Interval interval) {
  switch (interval) {
    case lede::Interval::kAuto:
    case lede::Interval::kYear:
      break;
    case lede::Interval::kMonth:
      return Interval::kMonth;
    case lede::Interval::kDay:
      return Interval::kDay;
  }
  return Interval::kYear;
}

std::vector<FacetValue> values_of(std::vector<lede::FacetValue>&& inner) {
  std::vector<FacetValue> values;
  values.reserve(inner.size());
  for (lede::FacetValue& value : inner) {
    values.push_back({std::move(value.value), value.count});
  }
  return values;
}

}  // namespace

std::optional<std::chrono::sys_seconds> instant_of(std::optional<std::int64_t> time) {
  return time ? std::optional(instant(*time)) : std::nullopt;
}

std::vector<Mark> marks_of(const Marks& ranges) {
  std::vector<Mark> marks;
  marks.reserve(ranges.size());
  for (const auto& [from, to] : ranges) {
    marks.push_back({from, to});
  }
  return marks;
}

std::optional<Date> date_of(std::optional<PublishedDate>&& date) {
  if (!date) {
    return std::nullopt;
  }
  return Date{instant(date->instant), outer(date->precision), std::move(date->from)};
}

FacetCounts counts_of(lede::Facet&& facet) {
  return {outer(facet.field), values_of(std::move(facet.values)), facet.more, facet.missing};
}

Timeline timeline_of(lede::Timeline&& timeline) {
  return {outer(timeline.interval), values_of(std::move(timeline.buckets)), timeline.missing};
}

}  // namespace lede::v1
