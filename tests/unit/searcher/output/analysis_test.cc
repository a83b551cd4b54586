// The table of tokens.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/analysis.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace lede {
namespace {

TEST(AnalysisText, IsAlignedAndHasALineAToken) {
  const auto analysis = analyze_text("Sea\x1b[31m wall", "en", "option");
  std::istringstream lines(analysis_text(analysis));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "language: en (option)");
  std::getline(lines, line);
  const std::size_t column = line.find("term");
  ASSERT_NE(column, std::string::npos);
  std::size_t count = 0;
  while (std::getline(lines, line)) {
    EXPECT_EQ(line.find('\x1b'), std::string::npos);
    EXPECT_EQ(line.substr(column, analysis.tokens[count].term.size()), analysis.tokens[count].term);
    ++count;
  }
  EXPECT_EQ(count, analysis.tokens.size());
  EXPECT_GE(count, 2U);
}

TEST(AnalysisJson, HasEveryFieldOfAToken) {
  const auto analysis = analyze_text("the sea", "", "");
  const auto object = nlohmann::json::parse(analysis_json(analysis, JsonLayout::kIndented));
  EXPECT_FALSE(object.contains("language"));
  ASSERT_EQ(object["tokens"].size(), 2U);
  EXPECT_EQ(object["tokens"][1], nlohmann::json::parse(R"({"text":"sea","kind":"word","term":"sea",
            "stem":"sea","start":4,"end":7,"position":1,"words":1,"chunk":1,"dictionary":false,
            "acronym":false})"));
}

}  // namespace
}  // namespace lede
