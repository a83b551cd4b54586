// Feeds, and what a query means.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/http_endpoints.h"

#include <ctime>

#include "searcher/api/question_key.h"
#include "searcher/output/json.h"
#include "searcher/serve/feed.h"

namespace lede::serve {

Planned plan_feed(const EndpointInput& input) {
  static constexpr std::pair<std::string_view, bool> kFormats[] = {{"atom", false}, {"json", true}};
  const bool json = input.parameters.choice<bool>("format", false, kFormats);
  SearchRequest request = feed_parameters(input.parameters, input.limits);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  Call call;
  call.key = (json ? "json feed " : "atom feed ") + std::to_string(input.base.size()) + ":" +
             input.base + question_key(request, std::time(nullptr));
  call.content_type = json ? kJsonFeed : kAtom;
  call.ask = [request = std::move(request), base = input.base,
              json](Searcher& searcher) -> Result<Answer> {
    const auto response = searcher.search(request);
    if (!response) {
      return fail(response.error());
    }
    return Answer{json ? json_feed(*response, base) : atom_feed(*response, base), response->partial,
                  response->total == 0};
  };
  return call;
}

// Needs no database: microseconds, so it is answered at once.
Planned plan_parse(const EndpointInput& input) {
  const std::string query = input.parameters.text("q");
  if (!input.parameters.has("q")) {
    input.parameters.refuse("q", "it is needed");
  }
  const ParseOptions options = parse_parameters(input.parameters);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  const auto parsed = parse_query(query, options);
  if (!parsed) {
    return problem_of(parsed.error());
  }
  return text_response(200, kJson, parsed_json(query, *parsed, JsonLayout::kOneLine) + "\n");
}

}  // namespace lede::serve
