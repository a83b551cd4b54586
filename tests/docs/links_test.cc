// Nothing in the documentation leads nowhere: links, their anchors, and the paths it names.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>

#include "tests/docs/markdown.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

TEST(Documentation, HasThePagesItsReadersLookFor) {
  for (const char* page :
       {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/cli.md",
        "docs/query-language.md", "docs/index-format.md", "docs/library.md", "docs/performance.md",
        "docs/operations.md", "corpus/README.md"}) {
    EXPECT_TRUE(std::filesystem::is_regular_file(source_root() / page)) << page;
  }
  EXPECT_GE(documents().size(), 9U);
}

TEST(Documentation, EveryRelativeLinkLeadsSomewhere) {
  std::size_t checked = 0;
  for (const auto& page : documents()) {
    const std::string text = read_file(source_root() / page);
    for (const auto& target : link_targets(text)) {
      if (target.find("://") != std::string::npos || target.rfind("mailto:", 0) == 0) {
        continue;
      }
      ++checked;
      const std::size_t hash = target.find('#');
      const std::string file = target.substr(0, hash);
      const auto path =
          source_root() / (file.empty() ? page : page.parent_path() / file).lexically_normal();
      EXPECT_TRUE(std::filesystem::exists(path)) << page << " links to " << target;
      if (hash != std::string::npos && std::filesystem::is_regular_file(path)) {
        const auto known = anchors(read_file(path));
        EXPECT_NE(std::find(known.begin(), known.end(), target.substr(hash + 1)), known.end())
            << page << " links to " << target << ", which has no such heading";
      }
    }
  }
  EXPECT_GT(checked, 10U);
}

// `common/database.h` in backticks is a promise that there is such a file.
TEST(Documentation, EveryPathItNamesExists) {
  static const std::regex kPath(
      R"(^(bench|cmake|common|corpus|docs|indexer|scripts|searcher|tests|\.ci)/[\w./-]*$)");
  std::size_t checked = 0;
  for (const auto& page : documents()) {
    for (const auto& span : code_spans(read_file(source_root() / page))) {
      if (std::regex_match(span, kPath)) {
        ++checked;
        EXPECT_TRUE(std::filesystem::exists(source_root() / span)) << page << " names " << span;
      }
    }
  }
  EXPECT_GT(checked, 20U);
}

TEST(Documentation, StaysWithinItsLimits) {
  EXPECT_LE(lines_of(read_file(source_root() / "README.md")).size(), 150U);
  EXPECT_LE(lines_of(read_file(source_root() / "ARCHITECTURE.md")).size(), 200U);
}

}  // namespace
}  // namespace lede::test
