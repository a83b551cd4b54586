// Everything here is made on first use: a run of one suite does not wait for the others' data.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_support.h"

#include <cstdlib>

namespace lede::bench {

std::size_t database_articles() {
  constexpr std::size_t kUsual = 5000;
  constexpr std::size_t kFewest = 300;                     // the query sampler needs as many
  const char* typed = std::getenv("LEDE_BENCH_ARTICLES");  // NOLINT(concurrency-mt-unsafe)
  if (typed == nullptr) {
    return kUsual;
  }
  const std::size_t asked = std::strtoul(typed, nullptr, 10);
  return asked < kFewest ? kFewest : asked;
}

const ArticleGenerator& generator() {
  static const ArticleGenerator kGenerator(kSeed);
  return kGenerator;
}

const std::vector<std::string>& sample_texts() {
  static const auto kTexts = [] {
    constexpr std::size_t kCount = 200;
    std::vector<std::string> texts;
    texts.reserve(kCount);
    for (std::size_t number = 0; number < kCount; ++number) {
      texts.push_back(generator().article(number).text);
    }
    return texts;
  }();
  return kTexts;
}

std::size_t total_bytes(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const auto& text : texts) {
    bytes += text.size();
  }
  return bytes;
}

}  // namespace lede::bench
