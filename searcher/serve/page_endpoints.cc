// From parameters to pages. Each asks the library what the endpoints of the same name ask.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/page_endpoints.h"

#include <ctime>

#include "searcher/api/question_key.h"
#include "searcher/serve/page/assets.h"
#include "searcher/serve/page/page_query.h"
#include "searcher/serve/page/problem_page.h"
#include "searcher/serve/page/reader_page.h"
#include "searcher/serve/page/results_page.h"
#include "searcher/serve/problem_response.h"
#include "searcher/serve/target.h"
#include "searcher/serve/tokens.h"

namespace lede::serve {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::size_t kFacetValues = 8;
constexpr std::size_t kAllFacetValues = 500;
constexpr std::size_t kSimilar = 5;

page::PageQuery query_of(const PageParameters& sent) {
  const SearchRequest& request = sent.request;
  page::PageQuery query;
  query.q = std::string(trimmed(request.query));
  query.filters = request.filters;
  query.after = request.after;
  query.before = request.before;
  query.sort = request.sort;
  query.match = request.match;
  query.page = sent.page;
  query.all_of = sent.all_of;
  return query;
}

SearchRequest request_of(const PageParameters& sent) {
  SearchRequest request = sent.request;
  request.query = trimmed(request.query).empty() ? "*" : request.query;
  if (const auto field = facet_field(sent.all_of)) {
    request.facets.fields = {*field};
    request.facets.limit = kAllFacetValues;
  } else {
    request.facets.fields = {FacetField::kPublisher, FacetField::kAuthor, FacetField::kPlace,
                             FacetField::kLanguage};
    request.facets.limit = kFacetValues;
  }
  request.facets.timeline = Interval::kAuto;
  return request;
}

// What the page's forms send for a question of no page.
PageParameters lenient_parameters(std::string_view target, const QueryLimits& limits) {
  const auto parsed = parse_target(target);
  auto values = parsed ? parse_form(parsed->query) : std::nullopt;
  Parameters parameters(values ? *std::move(values) : NamedValues());
  return page_parameters(parameters, limits);
}

}  // namespace

Planned plan_results_page(const EndpointInput& input) {
  const PageParameters sent = page_parameters(input.parameters, input.limits);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  const page::PageQuery query = query_of(sent);
  SearchRequest request = request_of(sent);
  Call call;
  call.key = page::asset_url("results") + " " + search_url(query) + " " +
             question_key(request, std::time(nullptr));
  call.content_type = kHtml;
  call.ask = [query, request = std::move(request)](Searcher& searcher) -> Result<Answer> {
    const auto response = searcher.search(request);
    if (!response) {
      return fail(response.error());
    }
    return Answer{page::results_page(*response, query), response->partial, response->total == 0};
  };
  return call;
}

Planned plan_article_page(const EndpointInput& input) {
  const PageParameters sent = page_parameters(input.parameters, input.limits);
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  const page::PageQuery query = query_of(sent);
  Call call;
  call.key = page::asset_url("reader") + " " + article_url(input.name, query) + " " +
             question_key(sent.request, std::time(nullptr));
  call.content_type = kHtml;
  call.ask = [id = input.name, query](Searcher& searcher) -> Result<Answer> {
    const auto marked = searcher.article(id, query.q, {});
    if (!marked) {
      return fail(marked.error());
    }
    SearchRequest like;
    like.limit = kSimilar;
    like.snippets = 0;
    const auto similar = searcher.similar(id, like);
    if (!similar) {
      return fail(similar.error());
    }
    return Answer{page::reader_page(*marked, similar->hits, query)};
  };
  return call;
}

Planned plan_asset(const EndpointInput& input) {
  if (auto problem = input.parameters.problem()) {
    return *std::move(problem);
  }
  const auto asset = page::find_asset(input.name);
  if (!asset) {
    return Problem{404, "no_such_path", "there is nothing at this path"};
  }
  Response response = text_response(200, asset->content_type, std::string(asset->bytes));
  response.set("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

Response page_problem_response(const Problem& problem, const Request& request) {
  Response response = problem_response(problem, request.request_id);
  const page::PageQuery query = query_of(lenient_parameters(request.target, {}));
  response.content_type = kHtml;
  response.body = std::make_shared<const std::string>(
      page::problem_page(problem, {query, request.target, request.request_id}));
  if (problem.status == 401) {
    // Browsers ask for this one, and send it with all that the page asks later.
    response.set("WWW-Authenticate", "Basic realm=\"Lede\", charset=\"UTF-8\"");
  }
  return response;
}

}  // namespace lede::serve
