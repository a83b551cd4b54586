// docs/http-api.md has the paths, parameters and error codes that the server has, and no others.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "tests/docs/markdown.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

using Names = std::set<std::string>;

// What stands in backticks in column `column` of the tables of a section.
Names names_in(const std::string& heading, std::size_t column) {
  static const std::regex kName("`([^`]+)`");
  Names names;
  for (const auto& section : sections(read_file(source_root() / "docs/http-api.md"))) {
    if (section.heading != heading) {
      continue;
    }
    for (const auto& line : lines_of(section.body)) {
      if (!line.starts_with("| ")) {
        continue;
      }
      std::size_t at = 0;
      for (std::size_t i = 0; i < column; ++i) {
        at = line.find(" | ", at) + 1;
      }
      const std::string cell = line.substr(at, line.find(" |", at + 1) - at);
      for (auto match = std::sregex_iterator(cell.begin(), cell.end(), kName);
           match != std::sregex_iterator(); ++match) {
        names.insert((*match)[1].str());
      }
    }
  }
  return names;
}

nlohmann::json description() {
  return nlohmann::json::parse(read_file(source_root() / "searcher/serve/openapi.json"));
}

TEST(HttpApiPage, HasEveryPathAndNoOther) {
  Names described;
  const nlohmann::json all = description();
  for (const auto& [path, operations] : all["paths"].items()) {
    described.insert(path);
  }
  EXPECT_THAT(names_in("Endpoints", 0), testing::ContainerEq(described));
}

TEST(HttpApiPage, HasEveryParameterAndNoOther) {
  Names described;
  const nlohmann::json all = description();
  for (const auto& [name, parameter] : all["components"]["parameters"].items()) {
    if (parameter["in"] == "query") {
      described.insert(parameter["name"]);
    }
  }
  EXPECT_THAT(names_in("Parameters", 0), testing::ContainerEq(described));
}

// In the sources a problem is written as its status and its code.
void collect_codes(const std::filesystem::path& folder, Names& codes) {
  static const std::regex kProblem(R"re(\{[45][0-9][0-9],\s*"([a-z_]+)")re");
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".cc") {
      continue;
    }
    const std::string text = read_file(file.path());
    for (auto match = std::sregex_iterator(text.begin(), text.end(), kProblem);
         match != std::sregex_iterator(); ++match) {
      codes.insert((*match)[1].str());
    }
  }
}

TEST(HttpApiPage, HasEveryErrorCodeAndNoOther) {
  Names written;
  collect_codes(source_root() / "searcher/api", written);
  collect_codes(source_root() / "searcher/serve", written);
  EXPECT_GT(written.size(), 15U);
  EXPECT_THAT(names_in("Errors", 1), testing::ContainerEq(written));
}

}  // namespace
}  // namespace lede::test
