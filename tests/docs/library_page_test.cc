// docs/library.md shows what the example programs do, and names every member, code and call that
// the headers have, and no others.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "tests/docs/markdown.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

using Names = std::set<std::string>;

std::string page() { return read_file(source_root() / "docs/library.md"); }

std::string header(const std::string& name) {
  return read_file(source_root() / "searcher/library/include/lede" / (name + ".h"));
}

// What `pattern` finds first of each match between the lines that begin with `from` and with `to`.
Names found_in(const std::string& text, const std::string& from, const std::string& to,
               const std::regex& pattern) {
  const std::size_t start = text.find(from);
  EXPECT_NE(start, std::string::npos) << from;
  const std::string part = text.substr(start, text.find(to, start) - start);
  Names names;
  for (auto match = std::sregex_iterator(part.begin(), part.end(), pattern);
       match != std::sregex_iterator(); ++match) {
    names.insert((*match)[1].str());
  }
  return names;
}

// What stands in backticks in the first column of the table that begins with `head`.
Names first_column(const std::string& head) {
  static const std::regex kName("`([^`]+)`");
  const std::string text = page();
  Names names;
  const std::size_t start = text.find(head);
  EXPECT_NE(start, std::string::npos) << head;
  for (const auto& line : lines_of(text.substr(start, text.find("\n\n", start) - start))) {
    const std::string cell = line.substr(0, line.find(" | ", 1));
    for (auto match = std::sregex_iterator(cell.begin(), cell.end(), kName);
         match != std::sregex_iterator(); ++match) {
      names.insert((*match)[1].str());
    }
  }
  return names;
}

TEST(LibraryPage, ShowsPartsOfTheExamples) {
  std::string all;
  for (const auto& file :
       std::filesystem::directory_iterator(source_root() / "docs/examples/library")) {
    all += read_file(file.path());
  }
  const auto shown = code_blocks(page(), "cpp");
  EXPECT_GE(shown.size(), 5U);
  for (const std::string& block : shown) {
    EXPECT_THAT(all, testing::HasSubstr(block));
  }
}

TEST(LibraryPage, HasEveryMemberOfAQuestionAndNoOther) {
  static const std::regex kMember(R"(\n  [\w:<>]+ (\w+)( = |;|\{))");
  EXPECT_THAT(
      first_column("| member |"),
      testing::ContainerEq(found_in(header("question"), "struct Question", "\n};", kMember)));
}

TEST(LibraryPage, HasEveryErrorCodeAndNoOther) {
  static const std::regex kCode(R"(\n  (k\w+),)");
  EXPECT_THAT(
      first_column("| code |"),
      testing::ContainerEq(found_in(header("error"), "enum class ErrorCode", "\n};", kCode)));
}

TEST(LibraryPage, NamesEveryCall) {
  static const std::regex kCall(R"(\n  (?:static )?Result<.*> (\w+)\()");
  const Names calls = found_in(header("database"), "class LEDE_EXPORT", "private:", kCall);
  EXPECT_EQ(calls.size(), 7U);
  for (const std::string& call : calls) {
    EXPECT_THAT(page(), testing::HasSubstr("`" + call + "()`"));
  }
}

}  // namespace
}  // namespace lede::test
