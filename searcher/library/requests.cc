// Member by member; what the search inside takes on trust is checked here.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/library/requests.h"

#include <limits>
#include <string>

namespace lede::v1 {
namespace {

constexpr std::size_t kMostHits = 10'000;
constexpr std::size_t kMostSnippets = 100;
constexpr std::size_t kMostValues = 10'000;
constexpr std::size_t kMostSuggestions = 100;

lede::Match inner(Match match) {
  switch (match) {
    case Match::kAuto:
      break;
    case Match::kAll:
      return lede::Match::kAll;
    case Match::kAny:
      return lede::Match::kAny;
  }
  return lede::Match::kAuto;
}

lede::Sort inner(Sort sort) {
  switch (sort) {
    case Sort::kRelevance:
      break;
    case Sort::kNewest:
      return lede::Sort::kNewest;
    case Sort::kOldest:
      return lede::Sort::kOldest;
  }
  return lede::Sort::kRelevance;
}

lede::Recency inner(Recency recency) {
  switch (recency) {
    case Recency::kNone:
      break;
    case Recency::kMild:
      return lede::Recency::kMild;
    case Recency::kStrong:
      return lede::Recency::kStrong;
  }
  return lede::Recency::kNone;
}

lede::Interval inner(Interval interval) {
  switch (interval) {
    case Interval::kAuto:
      break;
    case Interval::kYear:
      return lede::Interval::kYear;
    case Interval::kMonth:
      return lede::Interval::kMonth;
    case Interval::kDay:
      return lede::Interval::kDay;
  }
  return lede::Interval::kAuto;
}

lede::FacetField inner(Facet facet) {
  switch (facet) {
    case Facet::kPublisher:
      break;
    case Facet::kLanguage:
      return lede::FacetField::kLanguage;
    case Facet::kAuthor:
      return lede::FacetField::kAuthor;
    case Facet::kPlace:
      return lede::FacetField::kPlace;
    case Facet::kYear:
      return lede::FacetField::kYear;
    case Facet::kMonth:
      return lede::FacetField::kMonth;
  }
  return lede::FacetField::kPublisher;
}

std::vector<FieldFilter> filters_of(const Question& question) {
  std::vector<FieldFilter> filters;
  const auto add = [&](FacetField field, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      filters.push_back({field, value});
    }
  };
  add(FacetField::kPublisher, question.publisher);
  add(FacetField::kLanguage, question.language);
  add(FacetField::kAuthor, question.author);
  add(FacetField::kPlace, question.place);
  return filters;
}

// Names the first member that is out of its range.
lede::Result<void> check_ranges(const Question& question) {
  if (question.limit > kMostHits) {
    return fail(lede::ErrorCode::kUsage, "limit is over " + std::to_string(kMostHits),
                "ask for further pages with offset or cursor");
  }
  if (question.snippets > kMostSnippets) {
    return fail(lede::ErrorCode::kUsage, "snippets is over " + std::to_string(kMostSnippets));
  }
  if (question.facet_limit > kMostValues) {
    return fail(lede::ErrorCode::kUsage, "facet_limit is over " + std::to_string(kMostValues));
  }
  const auto milliseconds = question.timeout.count();
  if (milliseconds < 0 || milliseconds > std::numeric_limits<std::uint32_t>::max()) {
    return fail(lede::ErrorCode::kUsage, "timeout is negative or too long");
  }
  return {};
}

}  // namespace

lede::Result<SearchRequest> request_of(const Question& question) {
  if (auto checked = check_ranges(question); !checked) {
    return fail(std::move(checked).error());
  }
  SearchRequest request;
  if (!question.timezone.empty()) {
    auto zone = TimeZone::find(question.timezone);
    if (!zone) {
      return fail(std::move(zone).error());
    }
    request.parse.zone = *zone;
  }
  request.query = question.query;
  request.match = inner(question.match);
  request.parse.strict = question.strict;
  request.did_you_mean = question.did_you_mean;
  request.limit = question.limit;
  request.offset = question.offset;
  request.cursor = question.cursor;
  request.snippets = question.snippets;
  request.sort = inner(question.sort);
  request.recency = inner(question.recency);
  request.expand = question.expand;
  request.explain = question.explain;
  request.after = question.after;
  request.before = question.before;
  request.filters = filters_of(question);
  for (const Facet facet : question.facets) {
    request.facets.fields.push_back(inner(facet));
  }
  request.facets.limit = question.facet_limit;
  if (question.interval) {
    request.facets.timeline = inner(*question.interval);
  }
  request.timeout_ms = static_cast<std::uint32_t>(question.timeout.count());
  return request;
}

lede::Result<SuggestRequest> suggest_request(std::string_view typed, std::size_t limit) {
  if (typed.size() > ParseLimits{}.bytes) {
    return fail(lede::ErrorCode::kUsage,
                "typed is longer than " + std::to_string(ParseLimits{}.bytes) + " bytes");
  }
  if (limit > kMostSuggestions) {
    return fail(lede::ErrorCode::kUsage, "limit is over " + std::to_string(kMostSuggestions));
  }
  return SuggestRequest{std::string(typed), limit};
}

}  // namespace lede::v1
