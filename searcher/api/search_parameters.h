// From the parameters of a request to what the library is asked, by the names that the command line
// has for its options.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "searcher/api/parameters.h"
#include "searcher/search.h"

namespace lede::serve {

// What a server lets any client ask for.
struct QueryLimits {
  std::uint32_t timeout_ms = 5000;  // for a search; a request may ask for less
  std::uint64_t page = 1000;        // hits, and values of a facet
  std::uint64_t offset = 10'000;    // a cursor leads further
  std::uint64_t snippets = 20;      // a hit
  std::uint64_t suggestions = 100;
};

// All of search's; `similar` has no query and what belongs to one.
[[nodiscard]] SearchRequest search_parameters(Parameters& parameters, const QueryLimits& limits);
[[nodiscard]] SearchRequest similar_parameters(Parameters& parameters, const QueryLimits& limits);

// Counts instead of hits: those of one field, or by time.
[[nodiscard]] SearchRequest facet_parameters(Parameters& parameters, FacetField field,
                                             const QueryLimits& limits);
[[nodiscard]] SearchRequest timeline_parameters(Parameters& parameters, const QueryLimits& limits);

// What a page for people shows: facets, a timeline, and numbered pages of hits. Without a query,
// all articles, the newest first.
struct PageParameters {
  SearchRequest request;  // with the query as typed, perhaps empty
  std::uint64_t page = 1;
  std::string all_of;  // the facet to show whole; may be empty
};
[[nodiscard]] PageParameters page_parameters(Parameters& parameters, const QueryLimits& limits);

// The newest articles that match.
[[nodiscard]] SearchRequest feed_parameters(Parameters& parameters, const QueryLimits& limits);

[[nodiscard]] SuggestRequest suggest_parameters(Parameters& parameters, const QueryLimits& limits);
[[nodiscard]] ParseOptions parse_parameters(Parameters& parameters);

// nullopt for no facet's name.
[[nodiscard]] std::optional<FacetField> facet_field(std::string_view name);

}  // namespace lede::serve
