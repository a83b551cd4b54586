// What the analyzer made of a text, to look at.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/output/json.h"

namespace lede {

// A Token that owns its words.
struct AnalyzedToken {
  Token token;  // without its views
  std::string term;
  std::string stem;
};

struct Analysis {
  std::string text;
  std::string language;       // empty for unknown
  std::string language_from;  // "option" or "detected"; empty when unknown
  std::vector<AnalyzedToken> tokens;
};

[[nodiscard]] Analysis analyze_text(std::string text, std::string language,
                                    std::string language_from);

// An aligned table, a token a line, below its headings.
[[nodiscard]] std::string analysis_text(const Analysis& analysis);

[[nodiscard]] std::string analysis_json(const Analysis& analysis, JsonLayout layout);

}  // namespace lede
