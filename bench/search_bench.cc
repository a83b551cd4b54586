// Questions to answers, by class of query: planning alone, matching alone, and the whole call with
// and without snippets. Before anything is timed, every query must have hits.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>
#include <xapian.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "bench/bench_database.h"
#include "bench/bench_queries.h"
#include "common/database.h"
#include "searcher/plan/index_languages.h"
#include "searcher/plan/planner.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"

namespace lede::bench {
namespace {

constexpr std::int64_t kSearchTime = 1717200000;

enum class What : std::uint8_t { kMatch, kPage, kSnippets };

SearchRequest request_for(std::string query, What what) {
  SearchRequest request;
  request.query = std::move(query);
  request.snippets = what == What::kSnippets ? 2 : 0;
  request.metadata_only = what == What::kMatch;
  request.parse.now = kSearchTime;
  return request;
}

// The query that has no hits, or an error's message; empty when all is well.
std::string first_without_hits(Searcher& searcher, QueryClass query_class) {
  for (const auto& query : queries(query_class)) {
    const auto response = searcher.search(request_for(query, What::kMatch));
    if (!response) {
      return query + ": " + response.error().message;
    }
    if (response->hits.empty()) {
      return "no hits for " + query;
    }
  }
  return {};
}

void search(benchmark::State& state, QueryClass query_class, What what) {
  auto searcher = Searcher::open(std::span(&bench_database(), 1));
  if (!searcher) {
    state.SkipWithError(searcher.error().message.c_str());
    return;
  }
  if (const std::string bad = first_without_hits(*searcher, query_class); !bad.empty()) {
    state.SkipWithError(bad.c_str());
    return;
  }
  std::vector<SearchRequest> requests;
  requests.reserve(kQueriesPerClass);
  for (const auto& query : queries(query_class)) {
    requests.push_back(request_for(query, what));
  }
  std::size_t next = 0;
  std::uint64_t matching = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto response = searcher->search(requests[next]);
    matching += response ? response->total : 0;
    next = (next + 1) % requests.size();
  }
  state.counters["hits"] =
      benchmark::Counter(static_cast<double>(matching), benchmark::Counter::kAvgIterations);
}

// Query tree to Xapian query: analysis of the words, stems for each language, term statistics.
void plan(benchmark::State& state, QueryClass query_class) {
  auto database = open_databases(std::span(&bench_database(), 1));
  if (!database) {
    state.SkipWithError(database.error().message.c_str());
    return;
  }
  const auto languages = index_languages(*database);
  std::vector<std::string> tags;
  tags.reserve(languages.size());
  for (const auto& language : languages) {
    tags.push_back(language.tag);
  }
  std::vector<QueryNode> roots;
  roots.reserve(kQueriesPerClass);
  for (const auto& query : queries(query_class)) {
    auto parsed =
        parse_query(query, {.limits = {}, .strict = false, .now = kSearchTime, .zone = {}});
    if (!parsed) {
      state.SkipWithError(parsed.error().message.c_str());
      return;
    }
    roots.push_back(parsed->root);
  }
  Analyzer analyzer;
  std::size_t next = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto planned =
        plan_query(roots[next], analyze_query(roots[next], analyzer, tags), Match::kAll,
                   {.database = *database, .languages = languages, .analyzer = analyzer});
    benchmark::DoNotOptimize(planned.strict.empty());
    next = (next + 1) % roots.size();
  }
}

[[maybe_unused]] const bool kSearchesRegistered = [] {
  const std::map<What, std::string> steps = {
      {What::kMatch, "match/"}, {What::kPage, "search_page/"}, {What::kSnippets, "search/"}};
  for (const QueryClass query_class : kQueryClasses) {
    const std::string name(name_of(query_class));
    benchmark::RegisterBenchmark(("plan/" + name).c_str(), plan, query_class)
        ->Unit(benchmark::kMicrosecond);
    for (const auto& [what, step] : steps) {
      benchmark::RegisterBenchmark((step + name).c_str(), search, query_class, what)
          ->Unit(benchmark::kMicrosecond);
    }
  }
  return true;
}();

}  // namespace
}  // namespace lede::bench
