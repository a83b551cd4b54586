// What the guard searches: always the same articles, in a database as the indexer writes it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "bench/generator/article_generator.h"
#include "common/result.h"

namespace lede::guard {

[[nodiscard]] const bench::ArticleGenerator& generator();

// Writes a new database of the first `count` articles to `folder`, which does not exist yet.
[[nodiscard]] Result<void> write_database(const std::string& folder, std::size_t count);

}  // namespace lede::guard
