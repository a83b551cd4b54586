// Text to terms: bytes a second for news as English papers print it and for other scripts.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/bench_support.h"
#include "common/text/analyzer.h"
#include "common/text/language.h"

namespace lede::bench {
namespace {

struct Sample {
  std::string text;
  std::string language;
};

// Curly quotes are left in: papers print them, and they are what ends a run of ASCII.
std::vector<Sample> english_news() {
  std::vector<Sample> samples;
  samples.reserve(sample_texts().size());
  for (const auto& text : sample_texts()) {
    samples.push_back({text, "en"});
  }
  return samples;
}

// Everyday news in 23 languages; a file's name starts with its language.
std::vector<Sample> corpus_languages() {
  std::vector<Sample> samples;
  for (const auto& entry :
       std::filesystem::directory_iterator(LEDE_SOURCE_DIR "/corpus/languages")) {
    std::ifstream in(entry.path(), std::ios::binary);
    samples.push_back({{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()},
                       entry.path().filename().string().substr(0, 2)});
  }
  return samples;
}

void analyze(benchmark::State& state, const std::vector<Sample>& samples) {
  Analyzer analyzer;
  std::size_t bytes = 0;
  for (const auto& sample : samples) {
    bytes += sample.text.size();
  }
  std::size_t tokens = 0;
  for ([[maybe_unused]] auto _ : state) {
    tokens = 0;
    for (const auto& sample : samples) {
      analyzer.analyze(sample.text, sample.language, [&](const Token&) { ++tokens; });
    }
  }
  if (tokens < bytes / 20) {
    state.SkipWithError("too few tokens for so much text");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(tokens),
                                                  benchmark::Counter::kIsIterationInvariantRate);
}

void analyze_english_news(benchmark::State& state) { analyze(state, english_news()); }
BENCHMARK(analyze_english_news)->Unit(benchmark::kMillisecond);

void analyze_23_languages(benchmark::State& state) { analyze(state, corpus_languages()); }
BENCHMARK(analyze_23_languages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace lede::bench
