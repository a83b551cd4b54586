// docs/cli.md has exactly the commands and options that the programs' --help has.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <string>

#include "tests/docs/markdown.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

const std::map<std::string, std::string>& programs() {
  static const std::map<std::string, std::string> kPrograms = {{"lede-indexer", LEDE_INDEXER},
                                                               {"lede-searcher", LEDE_SEARCHER}};
  return kPrograms;
}

std::set<std::string> all_matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern);
       match != std::sregex_iterator(); ++match) {
    found.insert((*match)[1].str());
  }
  return found;
}

// The options that --help lists, but not those its descriptions mention, nor --help itself.
std::set<std::string> listed_options(const std::string& help) {
  static const std::regex kOption(R"(\n  (?:-[A-Za-z],)?(--[a-z][a-z-]+))");
  std::set<std::string> found = all_matches(help, kOption);
  found.erase("--help");
  return found;
}

// The first cells of a section's tables: what is documented, not what is only mentioned.
std::set<std::string> documented_options(const std::string& body) {
  static const std::regex kOption("`(--[a-z][a-z-]+)");
  std::string cells;
  for (const auto& line : lines_of(body)) {
    if (line.rfind("| `-", 0) == 0) {
      cells += line.substr(0, line.find(" |", 2)) + '\n';
    }
  }
  return all_matches(cells, kOption);
}

std::string help(const std::string& program, const std::string& command) {
  const ProgramResult result = command.empty()
                                   ? run_program({programs().at(program), "--help"})
                                   : run_program({programs().at(program), command, "--help"});
  EXPECT_EQ(result.exit_code, 0) << program << ' ' << command;
  return result.out;
}

// The commands that a program's --help lists: indented words below a heading line.
std::set<std::string> commands_of(const std::string& program) {
  static const std::regex kCommand(R"(^  ([a-z]+) {2,}\S.*)");
  std::set<std::string> found;
  for (const auto& line : lines_of(help(program, ""))) {
    std::smatch match;
    if (std::regex_match(line, match, kCommand)) {
      found.insert(match[1].str());
    }
  }
  return found;
}

TEST(CliPage, HasEveryCommandAndNoOther) {
  std::map<std::string, std::set<std::string>> documented;
  for (const auto& section : sections(read_file(source_root() / "docs/cli.md"))) {
    const std::size_t space = section.heading.find(' ');
    if (section.heading.rfind("lede-", 0) == 0 && space != std::string::npos) {
      documented[section.heading.substr(0, space)].insert(section.heading.substr(space + 1));
    }
  }
  for (const auto& [program, path] : programs()) {
    const auto commands = commands_of(program);
    EXPECT_FALSE(commands.empty()) << program;
    EXPECT_THAT(documented[program], testing::ContainerEq(commands)) << program;
  }
}

TEST(CliPage, HasEveryOptionAndNoOther) {
  std::size_t checked = 0;
  for (const auto& section : sections(read_file(source_root() / "docs/cli.md"))) {
    const std::size_t space = section.heading.find(' ');
    if (section.heading.rfind("lede-", 0) != 0 || space == std::string::npos) {
      continue;
    }
    const std::string program = section.heading.substr(0, space);
    ASSERT_EQ(programs().count(program), 1U) << program;
    EXPECT_THAT(
        documented_options(section.body),
        testing::ContainerEq(listed_options(help(program, section.heading.substr(space + 1)))))
        << section.heading;
    ++checked;
  }
  EXPECT_GT(checked, 4U);
}

}  // namespace
}  // namespace lede::test
