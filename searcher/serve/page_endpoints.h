// The page for people: results, articles, and what they are shown with.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/api/endpoints.h"
#include "searcher/serve/planned.h"
#include "searcher/serve/request.h"

namespace lede::serve {

[[nodiscard]] Planned plan_results_page(const EndpointInput& input);
[[nodiscard]] Planned plan_article_page(const EndpointInput& input);
[[nodiscard]] Planned plan_asset(const EndpointInput& input);

// A problem as a page that says what to do next.
[[nodiscard]] Response page_problem_response(const Problem& problem, const Request& request);

}  // namespace lede::serve
