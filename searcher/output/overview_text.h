// The small tables of `stats` and `parse`.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "searcher/query/parser.h"
#include "searcher/search.h"

namespace lede {

[[nodiscard]] std::string stats_text(const IndexStats& stats);

// The query as typed, its tree on one line, what its dates come to, and the warnings.
[[nodiscard]] std::string parsed_text(const std::string& query, const ParsedQuery& parsed);

}  // namespace lede
