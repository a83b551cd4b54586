// One call of the library for each endpoint. The JSON is that of the command line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/endpoints.h"

#include <ctime>

#include "searcher/output/json.h"
#include "searcher/serve/feed.h"
#include "searcher/serve/question_key.h"

namespace lede::serve {
namespace {

std::string line(std::string json) { return std::move(json += '\n'); }

Answer answer_of(const SearchResponse& response) {
  return {line(response_json(response, JsonLayout::kOneLine)), response.partial,
          response.total == 0};
}

Answer counts_of(const SearchResponse& response) {
  return {line(counts_json(response, JsonLayout::kOneLine)), response.partial, response.total == 0};
}

// What `ask` gives, as `form` writes it.
template <typename Ask, typename Form>
Result<Answer> asked(Ask ask, Form form) {
  const auto result = ask();
  if (!result) {
    return fail(result.error());
  }
  return form(*result);
}

Planned counts_call(const Parameters& parameters, SearchRequest request, std::string_view kind) {
  if (auto problem = parameters.problem()) {
    return *std::move(problem);
  }
  Call call;
  call.key = std::string(kind) + question_key(request, std::time(nullptr));
  call.ask = [request = std::move(request)](Searcher& searcher) {
    return asked([&] { return searcher.search(request); }, counts_of);
  };
  return call;
}

}  // namespace

Planned plan_search(const EndpointInput& input) {
  SearchRequest request = search_parameters(input.parameters, input.limits);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  Call call;
  call.cursor_param = "cursor";
  call.key = "search " + question_key(request, std::time(nullptr));
  call.ask = [request = std::move(request)](Searcher& searcher) {
    return asked([&] { return searcher.search(request); }, answer_of);
  };
  return call;
}

Planned plan_similar(const EndpointInput& input) {
  SearchRequest request = similar_parameters(input.parameters, input.limits);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  Call call;
  call.cursor_param = "cursor";
  call.key = "similar " + std::to_string(input.name.size()) + ":" + input.name +
             question_key(request, std::time(nullptr));
  call.ask = [id = input.name, request = std::move(request)](Searcher& searcher) {
    return asked([&] { return searcher.similar(id, request); }, answer_of);
  };
  return call;
}

Planned plan_document(const EndpointInput& input) {
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  Call call;
  call.key = "document " + input.name;
  call.ask = [id = input.name](Searcher& searcher) {
    return asked([&] { return searcher.article(id); },
                 [](const Article& article) {
                   return Answer{line(article_json(article, JsonLayout::kOneLine))};
                 });
  };
  return call;
}

Planned plan_suggest(const EndpointInput& input) {
  SuggestRequest request = suggest_parameters(input.parameters, input.limits);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  Call call;
  call.key = "suggest " + question_key(request);
  call.ask = [request = std::move(request)](Searcher& searcher) {
    return asked([&] { return searcher.suggest(request); },
                 [](const SuggestResponse& response) {
                   return Answer{line(suggestions_json(response, JsonLayout::kOneLine)), false,
                                 response.suggestions.empty()};
                 });
  };
  return call;
}

Planned plan_facets(const EndpointInput& input) {
  const auto field = facet_field(input.name);
  if (!field) {
    return Problem{404, "not_found", "\"" + input.name + "\" is no field that can be counted"};
  }
  SearchRequest request = facet_parameters(input.parameters, *field, input.limits);
  return counts_call(input.parameters, std::move(request), "facets ");
}

Planned plan_timeline(const EndpointInput& input) {
  SearchRequest request = timeline_parameters(input.parameters, input.limits);
  return counts_call(input.parameters, std::move(request), "timeline ");
}

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
  call.ask = [request = std::move(request), base = input.base, json](Searcher& searcher) {
    return asked([&] { return searcher.search(request); },
                 [&](const SearchResponse& response) {
                   return Answer{json ? json_feed(response, base) : atom_feed(response, base),
                                 response.partial, response.total == 0};
                 });
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
  return text_response(200, kJson, line(parsed_json(query, *parsed, JsonLayout::kOneLine)));
}

Planned plan_stats(const EndpointInput& input) {
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  Call call;
  call.key = "stats";
  call.ask = [](Searcher& searcher) {
    return asked([&] { return searcher.stats(); },
                 [](const IndexStats& stats) {
                   return Answer{line(stats_json(stats, JsonLayout::kOneLine))};
                 });
  };
  return call;
}

}  // namespace lede::serve
