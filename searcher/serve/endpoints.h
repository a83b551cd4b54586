// The endpoints under /v1: each reads its parameters and makes one call of the library.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "searcher/serve/call.h"
#include "searcher/serve/parameters.h"
#include "searcher/serve/search_parameters.h"

namespace lede::serve {

// `name` is what the path names: the id of an article, a field.
struct EndpointInput {
  std::string name;
  std::string base;  // what clients call the server: "http://127.0.0.1:7700"
  Parameters& parameters;
  const QueryLimits& limits;
};

[[nodiscard]] Planned plan_search(const EndpointInput& input);
[[nodiscard]] Planned plan_document(const EndpointInput& input);
[[nodiscard]] Planned plan_similar(const EndpointInput& input);
[[nodiscard]] Planned plan_suggest(const EndpointInput& input);
[[nodiscard]] Planned plan_facets(const EndpointInput& input);
[[nodiscard]] Planned plan_timeline(const EndpointInput& input);
[[nodiscard]] Planned plan_feed(const EndpointInput& input);
[[nodiscard]] Planned plan_parse(const EndpointInput& input);
[[nodiscard]] Planned plan_stats(const EndpointInput& input);

}  // namespace lede::serve
