// What the benchmark suites share: the same invented articles for all, made once.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/generator/article_generator.h"

namespace lede::bench {

// Fixed, so that figures of different days can be compared.
inline constexpr std::uint64_t kSeed = 20240531;

// How many articles the database of the search suites holds: 5000, or LEDE_BENCH_ARTICLES.
[[nodiscard]] std::size_t database_articles();

[[nodiscard]] const ArticleGenerator& generator();

// The texts of the first 200 articles; about 600 kB.
[[nodiscard]] const std::vector<std::string>& sample_texts();

// Bytes in all.
[[nodiscard]] std::size_t total_bytes(const std::vector<std::string>& texts);

}  // namespace lede::bench
