// One call of the library for each endpoint. The JSON is that of the command line.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/endpoints.h"

#include <ctime>

#include "searcher/api/question_key.h"
#include "searcher/output/json.h"

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

PlannedCall counts_call(const Parameters& parameters, SearchRequest request,
                        std::string_view kind) {
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

PlannedCall plan_search(const EndpointInput& input) {
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

PlannedCall plan_similar(const EndpointInput& input) {
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

namespace {

// With what a query matches in it marked.
Call marked_document(const EndpointInput& input, std::string query, ParseOptions parse) {
  SearchRequest asked_for;  // for its key
  asked_for.query = query;
  asked_for.parse = parse;
  Call call;
  call.key = "marked " + std::to_string(input.name.size()) + ":" + input.name +
             question_key(asked_for, std::time(nullptr));
  call.ask = [id = input.name, query = std::move(query), parse](Searcher& searcher) {
    return asked([&] { return searcher.article(id, query, parse); },
                 [](const MarkedArticle& marked) {
                   return Answer{line(article_json(marked, JsonLayout::kOneLine))};
                 });
  };
  return call;
}

}  // namespace

PlannedCall plan_document(const EndpointInput& input) {
  const bool marked = input.parameters.has("q");
  std::string query = input.parameters.text("q");
  const ParseOptions parse = parse_parameters(input.parameters);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  if (marked) {
    return marked_document(input, std::move(query), parse);
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

PlannedCall plan_suggest(const EndpointInput& input) {
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

PlannedCall plan_facets(const EndpointInput& input) {
  const auto field = facet_field(input.name);
  if (!field) {
    return Problem{404, "not_found", "\"" + input.name + "\" is no field that can be counted"};
  }
  SearchRequest request = facet_parameters(input.parameters, *field, input.limits);
  return counts_call(input.parameters, std::move(request), "facets ");
}

PlannedCall plan_timeline(const EndpointInput& input) {
  SearchRequest request = timeline_parameters(input.parameters, input.limits);
  return counts_call(input.parameters, std::move(request), "timeline ");
}

PlannedCall plan_stats(const EndpointInput& input) {
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
