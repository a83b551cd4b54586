// Reading what the library is asked from a request's parameters.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/search_parameters.h"

#include <algorithm>
#include <ctime>
#include <iterator>

#include "searcher/query/dates.h"

namespace lede::serve {
namespace {

using Name = std::string_view;

constexpr std::pair<Name, Match> kMatches[] = {
    {"auto", Match::kAuto}, {"all", Match::kAll}, {"any", Match::kAny}};
constexpr std::pair<Name, Sort> kSorts[] = {
    {"relevance", Sort::kRelevance}, {"newest", Sort::kNewest}, {"oldest", Sort::kOldest}};
constexpr std::pair<Name, Recency> kRecencies[] = {
    {"none", Recency::kNone}, {"mild", Recency::kMild}, {"strong", Recency::kStrong}};
constexpr std::pair<Name, Interval> kIntervals[] = {{"auto", Interval::kAuto},
                                                    {"year", Interval::kYear},
                                                    {"month", Interval::kMonth},
                                                    {"day", Interval::kDay}};

TimeZone read_zone(Parameters& parameters) {
  const std::string name = parameters.text("timezone");
  if (name.empty()) {
    return {};
  }
  auto zone = TimeZone::find(name);
  if (!zone) {
    parameters.refuse("timezone", zone.error().message);
    return {};
  }
  return *zone;
}

// Dates are looked at here, where the parameter that is at fault is known.
void read_dates(Parameters& parameters, SearchRequest& request) {
  const Clock clock{std::time(nullptr), request.parse.zone};
  request.after = parameters.text("after");
  request.before = parameters.text("before");
  if (!request.after.empty()) {
    if (const auto date = parse_after(request.after, clock); !date) {
      parameters.refuse("after", date.error().message);
    }
  }
  if (!request.before.empty()) {
    if (const auto date = parse_before(request.before, clock); !date) {
      parameters.refuse("before", date.error().message);
    }
  }
}

void read_query(Parameters& parameters, SearchRequest& request) {
  request.query = parameters.text("q");
  if (!parameters.has("q")) {
    parameters.refuse("q", "it is needed; * is all articles");
  }
  request.match = parameters.choice<Match>("match", Match::kAuto, kMatches);
  request.parse.strict = parameters.flag("strict", false);
}

void read_timeout(Parameters& parameters, SearchRequest& request, const QueryLimits& limits) {
  const std::uint64_t most = limits.timeout_ms;
  const auto asked = static_cast<std::uint32_t>(parameters.number("timeout_ms", most, most));
  request.timeout_ms = asked == 0 ? limits.timeout_ms : asked;
}

void read_facets(Parameters& parameters, SearchRequest& request) {
  for (const std::string& name : parameters.list("facet")) {
    const auto field = facet_field(name);
    if (!field) {
      parameters.refuse("facet", "\"" + name + "\" is no field that can be counted");
      return;
    }
    auto& fields = request.facets.fields;
    if (std::find(fields.begin(), fields.end(), *field) == fields.end()) {
      fields.push_back(*field);
    }
  }
}

// By the names of the fields; years and months are dates, for which there are `after` and `before`.
void read_filters(Parameters& parameters, SearchRequest& request) {
  constexpr FacetField kFields[] = {FacetField::kPublisher, FacetField::kLanguage,
                                    FacetField::kAuthor, FacetField::kPlace};
  for (const FacetField field : kFields) {
    for (std::string& value : parameters.texts(facet_name(field))) {
      request.filters.push_back({field, std::move(value)});
    }
  }
}

// What search and similar have in common.
void read_page(Parameters& parameters, SearchRequest& request, const QueryLimits& limits) {
  request.parse.zone = read_zone(parameters);
  request.limit = parameters.number("limit", request.limit, limits.page);
  request.offset = parameters.number("offset", 0, limits.offset);
  request.cursor = parameters.text("cursor");
  request.snippets = parameters.number("snippets", request.snippets, limits.snippets);
  request.sort = parameters.choice<Sort>("sort", Sort::kRelevance, kSorts);
  request.recency = parameters.choice<Recency>("recency", Recency::kNone, kRecencies);
  request.expand = parameters.flag("expand", false);
  request.explain = parameters.flag("explain", false);
  read_dates(parameters, request);
  read_filters(parameters, request);
  read_facets(parameters, request);
  read_timeout(parameters, request, limits);
}

SearchRequest read_counts(Parameters& parameters, const QueryLimits& limits) {
  SearchRequest request;
  request.metadata_only = true;
  read_query(parameters, request);
  request.parse.zone = read_zone(parameters);
  read_dates(parameters, request);
  read_filters(parameters, request);
  read_timeout(parameters, request, limits);
  return request;
}

}  // namespace

std::optional<FacetField> facet_field(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(kFacetFields), std::end(kFacetFields),
                   [&](FacetField field) { return facet_name(field) == name; });
  return found == std::end(kFacetFields) ? std::nullopt : std::optional(*found);
}

SearchRequest search_parameters(Parameters& parameters, const QueryLimits& limits) {
  SearchRequest request;
  read_query(parameters, request);
  request.did_you_mean = parameters.flag("did_you_mean", true);
  read_page(parameters, request, limits);
  return request;
}

SearchRequest similar_parameters(Parameters& parameters, const QueryLimits& limits) {
  SearchRequest request;
  read_page(parameters, request, limits);
  return request;
}

SearchRequest facet_parameters(Parameters& parameters, FacetField field,
                               const QueryLimits& limits) {
  SearchRequest request = read_counts(parameters, limits);
  request.facets.fields = {field};
  request.facets.limit = parameters.number("limit", request.facets.limit, limits.page);
  return request;
}

SearchRequest timeline_parameters(Parameters& parameters, const QueryLimits& limits) {
  SearchRequest request = read_counts(parameters, limits);
  request.facets.timeline = parameters.choice<Interval>("interval", Interval::kAuto, kIntervals);
  return request;
}

SearchRequest feed_parameters(Parameters& parameters, const QueryLimits& limits) {
  constexpr std::uint64_t kEntries = 20;
  SearchRequest request;
  read_query(parameters, request);
  request.parse.zone = read_zone(parameters);
  read_dates(parameters, request);
  read_filters(parameters, request);
  read_timeout(parameters, request, limits);
  request.limit = parameters.number("limit", kEntries, limits.page);
  request.sort = Sort::kNewest;
  request.did_you_mean = false;
  return request;
}

PageParameters page_parameters(Parameters& parameters, const QueryLimits& limits) {
  PageParameters page;
  SearchRequest& request = page.request;
  request.query = parameters.text("q");
  request.match = parameters.choice<Match>("match", Match::kAuto, kMatches);
  request.sort = parameters.choice<Sort>("sort", Sort::kRelevance, kSorts);
  read_dates(parameters, request);
  read_filters(parameters, request);
  page.page = parameters.number("page", 1, limits.offset / request.limit + 1);
  if (page.page == 0) {
    parameters.refuse("page", "pages are counted from 1");
    page.page = 1;
  }
  request.offset = (page.page - 1) * request.limit;
  page.all_of = parameters.text("all_of");
  if (!page.all_of.empty() && !facet_field(page.all_of)) {
    parameters.refuse("all_of", "\"" + page.all_of + "\" is no field that can be counted");
  }
  request.timeout_ms = limits.timeout_ms;
  return page;
}

SuggestRequest suggest_parameters(Parameters& parameters, const QueryLimits& limits) {
  SuggestRequest request;
  request.typed = parameters.text("q");
  if (!parameters.has("q")) {
    parameters.refuse("q", "it is needed");
  }
  if (request.typed.size() > ParseLimits{}.bytes) {
    parameters.refuse("q", "it is longer than " + std::to_string(ParseLimits{}.bytes) + " bytes");
  }
  request.limit = parameters.number("limit", request.limit, limits.suggestions);
  return request;
}

ParseOptions parse_parameters(Parameters& parameters) {
  ParseOptions options;
  options.zone = read_zone(parameters);
  options.strict = parameters.flag("strict", false);
  options.now = std::time(nullptr);
  return options;
}

}  // namespace lede::serve
