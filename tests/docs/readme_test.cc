// What README.md shows is what happens: its commands are run in a folder with nothing but the
// corpus in it, and print what it prints.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "tests/docs/markdown.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

struct Shown {
  std::string command;
  std::string output;
};

// "$ command" and the lines below it, up to the next.
std::vector<Shown> shown_in(const std::string& page) {
  std::vector<Shown> shown;
  for (const auto& block : code_blocks(read_file(source_root() / page), "console")) {
    for (const auto& line : lines_of(block)) {
      if (line.rfind("$ ", 0) == 0) {
        shown.push_back({line.substr(2), {}});
      } else if (!shown.empty()) {
        shown.back().output += line + '\n';
      }
    }
  }
  return shown;
}

// What must be the same: of a search the hits, in their order; of anything else every line, with
// times, rates and sizes on disk left out.
std::string comparable(const std::string& command, const std::string& output) {
  static const std::regex kMeasured(
      R"([0-9][0-9.,]* (ms|s|min|MB/s|articles/s|bytes|KiB|MiB|GiB)\b)");
  static const std::regex kHit(R"([0-9]+\. .*)");
  const bool search = command.find("lede-searcher search") != std::string::npos;
  std::string result;
  for (const auto& line : lines_of(output)) {
    if (!search || std::regex_match(line, kHit)) {
      result += std::regex_replace(line, kMeasured, "N $1") + '\n';
    }
  }
  while (!result.empty() && result.back() == '\n') {
    result.pop_back();
  }
  return result;
}

TEST(Readme, ShowsWhatItsCommandsPrint) {
  const TempDir folder;
  std::filesystem::copy(source_root() / "corpus", folder.path() / "corpus",
                        std::filesystem::copy_options::recursive);
  const auto programs = [](const char* program) {
    return std::filesystem::path(program).parent_path().string();
  };
  const char* path = std::getenv("PATH");
  ProgramOptions options;
  options.directory = folder.path();
  options.environment = {{"PATH", programs(LEDE_INDEXER) + ":" + programs(LEDE_SEARCHER) + ":" +
                                      (path == nullptr ? "/usr/bin:/bin" : path)}};
  const auto shown = shown_in("README.md");
  EXPECT_GE(shown.size(), 3U);
  for (const auto& [command, output] : shown) {
    const ProgramResult result = run_program({"/bin/sh", "-c", command + " 2>&1"}, options);
    EXPECT_FALSE(comparable(command, output).empty()) << "$ " << command;
    EXPECT_EQ(comparable(command, result.out), comparable(command, output)) << "$ " << command;
  }
}

TEST(Readme, NamesScriptsThatCanBeRun) {
  static const std::regex kScript(R"(scripts/[a-z-]+)");
  const std::string text = read_file(source_root() / "README.md");
  std::size_t found = 0;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), kScript);
       match != std::sregex_iterator(); ++match) {
    const auto permissions = std::filesystem::status(source_root() / match->str()).permissions();
    EXPECT_NE(permissions & std::filesystem::perms::owner_exec, std::filesystem::perms::none)
        << match->str();
    ++found;
  }
  EXPECT_GE(found, 2U);
}

}  // namespace
}  // namespace lede::test
