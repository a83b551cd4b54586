// What else is asked of a database, and the last step of every answer: counts over all that match,
// suggestions while typing, and JSON.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench_database.h"
#include "bench/bench_queries.h"
#include "searcher/output/json.h"
#include "searcher/search.h"

namespace lede::bench {
namespace {

constexpr std::int64_t kAnswerTime = 1717200000;

Result<Searcher> open_searcher(benchmark::State& state) {
  auto searcher = Searcher::open(std::span(&bench_database(), 1));
  if (!searcher) {
    state.SkipWithError(searcher.error().message.c_str());
  }
  return searcher;
}

SearchRequest request_for(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.parse.now = kAnswerTime;
  return request;
}

// Publishers, authors, years and a timeline, without hits: what `lede-searcher facets` asks for.
void facets(benchmark::State& state, QueryClass query_class) {
  auto searcher = open_searcher(state);
  if (!searcher) {
    return;
  }
  std::vector<SearchRequest> requests;
  for (const auto& query : queries(query_class)) {
    requests.push_back(request_for(query));
    requests.back().limit = 0;
    requests.back().facets.fields = {std::begin(kFacetFields), std::end(kFacetFields)};
    requests.back().facets.timeline = Interval::kAuto;
  }
  std::size_t next = 0;
  std::uint64_t counted = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto response = searcher->search(requests[next]);
    counted += response && response->facets.size() == std::size(kFacetFields) ? response->total : 0;
    next = (next + 1) % requests.size();
  }
  if (counted == 0) {
    state.SkipWithError("nothing was counted");
  }
  state.counters["articles"] =
      benchmark::Counter(static_cast<double>(counted), benchmark::Counter::kAvgIterations);
}
BENCHMARK_CAPTURE(facets, single_common, QueryClass::kCommon)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(facets, or_2_3, QueryClass::kOr)->Unit(benchmark::kMicrosecond);

// state.range(0) letters of a word are typed.
void suggest(benchmark::State& state) {
  auto searcher = open_searcher(state);
  if (!searcher) {
    return;
  }
  std::vector<SuggestRequest> requests;
  for (const auto& word : queries(QueryClass::kMid)) {
    requests.push_back({word.substr(0, static_cast<std::size_t>(state.range(0))), 10});
  }
  std::size_t next = 0;
  std::size_t suggestions = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto response = searcher->suggest(requests[next]);
    suggestions += response ? response->suggestions.size() : 0;
    next = (next + 1) % requests.size();
  }
  if (suggestions == 0) {
    state.SkipWithError("nothing was suggested");
  }
}
BENCHMARK(suggest)->ArgName("letters")->Arg(1)->Arg(3)->Unit(benchmark::kMicrosecond);

// An answer of ten hits with passages, as the server sends it.
void answer_to_json(benchmark::State& state) {
  auto searcher = open_searcher(state);
  if (!searcher) {
    return;
  }
  const auto response = searcher->search(request_for(queries(QueryClass::kCommon).front()));
  if (!response || response->hits.empty()) {
    state.SkipWithError("there is no answer");
    return;
  }
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    bytes = response_json(*response, JsonLayout::kOneLine).size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}
BENCHMARK(answer_to_json)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace lede::bench
