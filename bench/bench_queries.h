// The questions that the search suites ask, made once.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/generator/query_sampler.h"

namespace lede::bench {

inline constexpr std::size_t kQueriesPerClass = 50;

// Each has a hit in bench_database().
[[nodiscard]] const std::vector<std::string>& queries(QueryClass query_class);

}  // namespace lede::bench
