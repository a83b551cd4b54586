// JSON lines to pages, as the indexer reads them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "bench/bench_support.h"
#include "indexer/readers/reader.h"

namespace lede::bench {
namespace {

void read_jsonl(benchmark::State& state) {
  constexpr std::size_t kArticles = 200;
  std::string lines;
  for (std::size_t number = 0; number < kArticles; ++number) {
    lines += to_jsonl(generator().article(number));
  }
  const Reader* reader = reader_for("articles.jsonl");
  if (reader == nullptr) {
    state.SkipWithError("no reader for JSON lines");
    return;
  }
  ReadContext context;
  context.name = "articles.jsonl";
  std::size_t pages = 0;
  std::size_t failures = 0;
  for ([[maybe_unused]] auto _ : state) {
    pages = 0;
    const auto read = reader->read(
        lines, context,
        [&](RawPage&& page) {
          pages += page.text.empty() ? 0U : 1U;
          return true;
        },
        [&](std::string_view, const Error&) { ++failures; });
    failures += read.has_value() ? 0U : 1U;
  }
  if (pages != kArticles || failures != 0) {
    state.SkipWithError("not every article was read");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(lines.size()) * state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(kArticles) * state.iterations());
}
BENCHMARK(read_jsonl)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace lede::bench
