// What can be asked, over HTTP or otherwise: each reads its parameters and makes one call of the
// library.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "searcher/api/call.h"
#include "searcher/api/parameters.h"
#include "searcher/api/search_parameters.h"

namespace lede::serve {

// `name` is what the path names: the id of an article, a field.
struct EndpointInput {
  std::string name;
  std::string base;  // what clients call the server: "http://127.0.0.1:7700"
  Parameters& parameters;
  const QueryLimits& limits;
};

[[nodiscard]] PlannedCall plan_search(const EndpointInput& input);
[[nodiscard]] PlannedCall plan_document(const EndpointInput& input);
[[nodiscard]] PlannedCall plan_similar(const EndpointInput& input);
[[nodiscard]] PlannedCall plan_suggest(const EndpointInput& input);
[[nodiscard]] PlannedCall plan_facets(const EndpointInput& input);
[[nodiscard]] PlannedCall plan_timeline(const EndpointInput& input);
[[nodiscard]] PlannedCall plan_stats(const EndpointInput& input);

}  // namespace lede::serve
