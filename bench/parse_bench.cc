// Typed text to query tree, for queries as people type them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <array>
#include <string_view>

#include "searcher/query/parser.h"

namespace lede::bench {
namespace {

struct Typed {
  const char* name;
  std::string_view query;
};

constexpr std::array kTyped = {
    Typed{"word", "ferry"},
    Typed{"words", "ferry strait export licence"},
    Typed{"phrase", "\"long-range ferries\""},
    Typed{"boolean", "(ferry OR boat) AND \"export licence\" -strike"},
    Typed{"fields", "title:inquiry source:\"Harbour Tribune\" date:2024-05..2024-11 lang:en"},
    Typed{"question", "why did the captain of the ferry silence the alarm that night?"},
};

void parse(benchmark::State& state, std::string_view query) {
  ParseOptions options;
  options.now = 1717200000;
  bool good = true;
  for ([[maybe_unused]] auto _ : state) {
    const auto parsed = parse_query(query, options);
    good = good && parsed.has_value() && !parsed->empty && parsed->warnings.empty();
    benchmark::DoNotOptimize(parsed);
  }
  if (!good) {
    state.SkipWithError("the query was not understood");
  }
}

[[maybe_unused]] const bool kParsesRegistered = [] {
  for (const auto& typed : kTyped) {
    benchmark::RegisterBenchmark((std::string("parse/") + typed.name).c_str(), parse, typed.query);
  }
  return true;
}();

}  // namespace
}  // namespace lede::bench
