// What `cmake --install` leaves works where it was moved to, and shows nothing of the inside.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

namespace fs = std::filesystem;

const fs::path kInstalled = LEDE_INSTALLED;
const fs::path kLibraries = kInstalled / LEDE_LIBRARY_FOLDER;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::vector<fs::path> headers() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kInstalled / "include/lede")) {
    found.push_back(entry.path());
  }
  return found;
}

// A tool of the system, found in PATH.
ProgramResult run_tool(std::vector<std::string> command, const ProgramOptions& options = {}) {
  command.insert(command.begin(), "/usr/bin/env");
  return run_program(command, options);
}

TEST(Installed, HeadersIncludeTheStandardLibraryAndEachOtherOnly) {
  static const std::regex kAllowed(R"re(#include (<[a-z_]+>|"lede/[a-z_]+\.h").*)re");
  EXPECT_GE(headers().size(), 8U);
  for (const fs::path& header : headers()) {
    for (const std::string& line : lines_of(read_file(header))) {
      EXPECT_TRUE(!line.starts_with("#include") || std::regex_match(line, kAllowed))
          << header << ": " << line;
    }
  }
}

bool compiles(const std::string& compiler, const fs::path& header) {
  const TempDir folder;
  const fs::path source =
      folder.write("header.cc", "#include <lede/" + header.filename().string() + ">\n");
  const auto compiled =
      run_tool({compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic",
                "-Werror", "-I" + (kInstalled / "include").string(), source.string()});
  EXPECT_EQ(compiled.err, "") << compiler;
  return compiled.exit_code == 0;
}

// By GCC each is compiled with all other headers of Lede.
TEST(Installed, EachHeaderCompilesAlone) {
  for (const fs::path& header : headers()) {
    EXPECT_TRUE(compiles(LEDE_CLANG, header)) << header;
  }
  EXPECT_TRUE(compiles("g++", "lede.h"));
}

TEST(Installed, TheLibraryShowsItsInterfaceOnly) {
  const auto shown =
      run_tool({"nm", "-DC", "--defined-only", (kLibraries / "liblede.so").string()});
  ASSERT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, testing::HasSubstr("lede::v1::Database::search("));
  for (const std::string& line : lines_of(shown.out)) {
    EXPECT_THAT(line, testing::HasSubstr(" lede::v1::"));
  }
}

TEST(Installed, NothingRemembersWhereItWasBuilt) {
  std::size_t looked_at = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kInstalled)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && (extension == ".cmake" || extension == ".pc" ||
                                    extension == ".h" || extension == ".json")) {
      ++looked_at;
      const std::string text = read_file(entry.path());
      EXPECT_THAT(text, testing::Not(testing::HasSubstr(LEDE_SOURCE_DIR))) << entry.path();
      EXPECT_THAT(text, testing::Not(testing::HasSubstr(LEDE_BUILD_DIR))) << entry.path();
    }
  }
  EXPECT_GE(looked_at, 12U);
  for (const fs::path& binary : {kLibraries / "liblede.so", kInstalled / "bin/lede-searcher"}) {
    const auto header = run_tool({"readelf", "-d", binary.string()});
    ASSERT_EQ(header.exit_code, 0) << header.err;
    EXPECT_THAT(header.out, testing::Not(testing::HasSubstr("PATH"))) << binary;
  }
}

TEST(Installed, ThePackageIsFoundByPkgConfigToo) {
  const TempDir folder;
  const ProgramOptions here{
      folder.path(), "", {{"PKG_CONFIG_PATH", (kLibraries / "pkgconfig").string()}}, 60};
  const auto flags = run_tool({"pkg-config", "--cflags", "--libs", "lede"}, here);
  ASSERT_EQ(flags.exit_code, 0) << flags.err;
  folder.write("version.cc",
               "#include <lede/lede.h>\n#include <iostream>\n"
               "int main() { std::cout << lede::v1::version() << '\\n'; }\n");
  const std::string command = std::string(LEDE_COMPILER) + " " + LEDE_COMPILER_FLAGS +
                              " -std=c++20 version.cc -o version " +
                              flags.out.substr(0, flags.out.find('\n'));
  const auto built = run_program({"/bin/sh", "-c", command}, here);
  ASSERT_EQ(built.exit_code, 0) << command << built.err;
  const auto ran = run_program({(folder.path() / "version").string()},
                               {{}, "", {{"LD_LIBRARY_PATH", kLibraries.string()}}, 60});
  EXPECT_EQ(ran.out, LEDE_VERSION "\n") << ran.err;
  const auto version = run_tool({"pkg-config", "--modversion", "lede"}, here);
  EXPECT_EQ(version.out, LEDE_VERSION "\n");
}

// A PDF, so that lede-pdf-text must be found as well.
TEST(Installed, TheProgramsRunFromWhereTheyWereMoved) {
  const TempDir folder;
  fs::create_directory(folder.path() / "articles");
  fs::copy(fs::path(LEDE_SOURCE_DIR) / "corpus/formats/seed-vault-print.pdf",
           folder.path() / "articles/print.pdf");
  const ProgramOptions here{folder.path(), "", {}, 60};
  const auto indexed = run_program({kInstalled / "bin/lede-indexer", "update", "articles"}, here);
  EXPECT_EQ(indexed.exit_code, 0) << indexed.err;
  const auto found = run_program({kInstalled / "bin/lede-searcher", "search", "seed"}, here);
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_THAT(found.out, testing::HasSubstr("print.pdf"));
}

TEST(Installed, WhatPeopleReadIsThere) {
  const fs::path documents = kInstalled / "share/doc/lede";
  for (const fs::path& file :
       {documents / "README.md", documents / "LICENSE", documents / "docs/library.md",
        documents / "docs/examples/library/search.cc", kInstalled / "share/lede/openapi.json"}) {
    EXPECT_TRUE(fs::is_regular_file(file)) << file;
  }
}

}  // namespace
}  // namespace lede::test
