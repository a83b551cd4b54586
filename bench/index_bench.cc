// Files to database, the whole way: read, extract, analyze, write, commit.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>

#include "bench/bench_database.h"
#include "bench/bench_support.h"

namespace lede::bench {
namespace {

// As many as make a commit worth its cost, fewer in a smoke run.
std::size_t articles_to_index() { return std::min<std::size_t>(1000, database_articles()); }

// state.range(0) is --jobs.
void index_new(benchmark::State& state) {
  const std::size_t count = articles_to_index();
  const ScratchFolder scratch;
  const auto articles = scratch.path() / "articles";
  const auto database = scratch.path() / "new.db";
  const std::size_t bytes = write_articles(articles / "articles.jsonl", 0, count);
  for ([[maybe_unused]] auto _ : state) {
    const auto result =
        index_articles(articles, database, count, static_cast<unsigned>(state.range(0)));
    if (!result) {
      state.SkipWithError(result.error().message.c_str());
      break;
    }
    state.PauseTiming();
    std::filesystem::remove_all(database);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}
BENCHMARK(index_new)->ArgName("jobs")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

// A second run over files that did not change.
void index_unchanged(benchmark::State& state) {
  const std::size_t count = articles_to_index();
  const ScratchFolder scratch;
  const auto articles = scratch.path() / "articles";
  const auto database = scratch.path() / "same.db";
  for (std::size_t file = 0; file < count; ++file) {
    write_articles(articles / (std::to_string(file) + ".jsonl"), file, 1);
  }
  auto result = index_articles(articles, database, count, 1);
  for ([[maybe_unused]] auto _ : state) {
    result = index_articles(articles, database, count, 1);
  }
  if (!result || result->files_read != 0) {
    state.SkipWithError("unchanged files were read again");
  }
  state.counters["files/s"] =
      benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(index_unchanged)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace lede::bench
