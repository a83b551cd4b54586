// Article and query to passages: finding what matched, choosing and cutting.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "bench/bench_support.h"
#include "searcher/plan/units.h"
#include "searcher/query/parser.h"
#include "searcher/snippet/matcher.h"
#include "searcher/snippet/snippet.h"

namespace lede::bench {
namespace {

// state.range(0) is how many words the query has; they are frequent ones, so that most articles
// have several matches to choose from.
void snippet(benchmark::State& state) {
  std::string query;
  for (std::int64_t word = 0; word < state.range(0); ++word) {
    query += word_of(kFunctionWords + 10 + static_cast<std::uint64_t>(word)) + ' ';
  }
  Analyzer analyzer;
  const auto parsed = parse_query(query, {});
  const std::vector<std::string> languages = {"en"};
  const auto units = analyze_query(parsed->root, analyzer, languages);
  std::size_t marked = 0;
  for ([[maybe_unused]] auto _ : state) {
    marked = 0;
    for (const auto& text : sample_texts()) {
      const auto matches = find_matches(text, "en", Field::kAny, units, analyzer);
      const auto passages = best_passages(text, matches, units, {});
      for (const auto& passage : passages) {
        marked += passage.marks.size();
      }
    }
  }
  if (marked < sample_texts().size() / 4) {
    state.SkipWithError("too few marks");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(total_bytes(sample_texts())) *
                          state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(sample_texts().size()) * state.iterations());
}
BENCHMARK(snippet)->ArgName("words")->Arg(1)->Arg(5)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace lede::bench
