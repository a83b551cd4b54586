// docs/query-language.md tells the truth: every example, code, field and limit in it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/query/fields.h"
#include "searcher/query/parser.h"
#include "searcher/query/warnings.h"
#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

using testing::HasSubstr;

struct Example {
  std::string query;
  std::string tree;
  std::string warnings;
};

std::vector<std::string> lines_of_page() {
  std::ifstream page(std::string(LEDE_SOURCE_DIR) + "/docs/query-language.md");
  std::vector<std::string> lines;
  for (std::string line; std::getline(page, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::string page() {
  std::string text;
  for (const std::string& line : lines_of_page()) {
    text += line + "\n";
  }
  return text;
}

// The lines "query → tree ! warnings" of the blocks marked "queries".
std::vector<Example> examples_of_page() {
  const std::string arrow = " → ";
  std::vector<Example> examples;
  bool inside = false;
  for (const std::string& line : lines_of_page()) {
    if (line.rfind("```", 0) == 0) {
      inside = line == "```queries";
      continue;
    }
    if (!inside) {
      continue;
    }
    const std::size_t at = line.find(arrow);
    EXPECT_NE(at, std::string::npos) << "no tree in the line: " << line;
    if (at == std::string::npos) {
      continue;
    }
    Example example = {line.substr(0, at), line.substr(at + arrow.size()), ""};
    if (const std::size_t mark = example.tree.find(" ! "); mark != std::string::npos) {
      example.warnings = example.tree.substr(mark + 3);
      example.tree.resize(mark);
    }
    examples.push_back(example);
  }
  return examples;
}

// The first cells, `in code`, of the rows of the table under a heading.
std::vector<std::string> first_cells_under(const std::string& heading) {
  std::vector<std::string> cells;
  bool inside = false;
  for (const std::string& line : lines_of_page()) {
    if (line.rfind("## ", 0) == 0) {
      inside = line == "## " + heading;
    } else if (inside && line.rfind("| `", 0) == 0) {
      cells.push_back(line.substr(3, line.find('`', 3) - 3));
    }
  }
  return cells;
}

TEST(QueryDocumentation, EveryExampleIsTrue) {
  const std::vector<Example> examples = examples_of_page();
  EXPECT_GT(examples.size(), 60U);
  for (const Example& example : examples) {
    EXPECT_EQ(tree_of(example.query), example.tree) << "query: " << example.query;
    EXPECT_EQ(warnings_of(example.query), example.warnings) << "query: " << example.query;
  }
}

TEST(QueryDocumentation, EveryWarningHasAnExampleAndARow) {
  std::set<std::string> shown;
  for (const Example& example : examples_of_page()) {
    std::istringstream codes(example.warnings);
    for (std::string code; codes >> code;) {
      shown.insert(code);
    }
  }
  const std::vector<std::string> rows = first_cells_under("Warnings");
  EXPECT_EQ(shown, std::set<std::string>(rows.begin(), rows.end()));
  namespace code = query::warning;
  const std::set<std::string> all = {
      std::string(code::kDanglingOperator), std::string(code::kCapitals),
      std::string(code::kUnbalancedQuote),  std::string(code::kUnbalancedBracket),
      std::string(code::kUnknownField),     std::string(code::kEmptyField),
      std::string(code::kUnknownLanguage),  std::string(code::kBadDate),
      std::string(code::kReversedDates),    std::string(code::kUnknownValue),
      std::string(code::kShortPrefix),      std::string(code::kShortWord),
      std::string(code::kOutOfRange),       std::string(code::kMisplacedMark),
      std::string(code::kBadProximity),     std::string(code::kNotSupported)};
  EXPECT_EQ(shown, all);
}

// What `code` finds in `text`: the first group of each match.
std::set<std::string> codes_in(const std::string& text, const std::regex& code) {
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), code); at != std::sregex_iterator();
       ++at) {
    found.insert((*at)[1]);
  }
  return found;
}

// The search knows no table of its codes: each is written where it is found out.
TEST(QueryDocumentation, WarningsOfTheSearchAreThoseInItsSources) {
  std::set<std::string> written;
  const std::filesystem::path sources = std::filesystem::path(LEDE_SOURCE_DIR) / "searcher";
  for (const auto& file : std::filesystem::recursive_directory_iterator(sources)) {
    if (file.path().extension() == ".cc") {
      std::ifstream in(file.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      written.merge(codes_in(text, std::regex("\"([a-z]+_cut)\"")));
    }
  }
  EXPECT_FALSE(written.empty());
  EXPECT_EQ(codes_in(page(), std::regex("`([a-z]+_cut)`")), written);
}

TEST(QueryDocumentation, EveryFieldInItIsKnown) {
  const std::vector<std::string> names = first_cells_under("Fields");
  EXPECT_THAT(names, testing::ElementsAre("title", "author", "source", "place", "url", "path",
                                          "lang", "id", "has", "is", "date"));
  for (const std::string& name : names) {
    EXPECT_TRUE(query::find_field(name)) << name;
  }
}

TEST(QueryDocumentation, LimitsAreTheDefaults) {
  const ParseLimits limits;
  const std::string text = page();
  EXPECT_THAT(text, HasSubstr("| bytes | " + std::to_string(limits.bytes) + " |"));
  EXPECT_THAT(text, HasSubstr("| terms | " + std::to_string(limits.terms) + " |"));
  EXPECT_THAT(text, HasSubstr("| depth | " + std::to_string(limits.depth) + " |"));
  EXPECT_THAT(text, HasSubstr("The first " + std::to_string(query::Warnings::kMost) + " are kept"));
}

}  // namespace
}  // namespace lede::test
