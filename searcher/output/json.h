// Answers as JSON, the same on the command line and over HTTP. Absent means unknown. Names and
// shapes are a contract with programs: docs/cli.md lists them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/article.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"

namespace lede {

// Of all answers. A change that could break a program has another number.
inline constexpr int kFormatVersion = 1;

enum class JsonLayout : std::uint8_t { kIndented, kOneLine };

// All functions give valid UTF-8 whatever the bytes of their argument, without a line end.
[[nodiscard]] std::string response_json(const SearchResponse& response, JsonLayout layout);
// Without the hits: what `facets` and `timeline` print.
[[nodiscard]] std::string counts_json(const SearchResponse& response, JsonLayout layout);
[[nodiscard]] std::string hit_json(const Hit& hit);  // one line
[[nodiscard]] std::string article_json(const Article& article, JsonLayout layout);
[[nodiscard]] std::string article_json(const MarkedArticle& marked, JsonLayout layout);
[[nodiscard]] std::string suggestions_json(const SuggestResponse& response, JsonLayout layout);
[[nodiscard]] std::string stats_json(const IndexStats& stats, JsonLayout layout);
[[nodiscard]] std::string parsed_json(const std::string& query, const ParsedQuery& parsed,
                                      JsonLayout layout);

}  // namespace lede
