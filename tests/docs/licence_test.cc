// Every file of ours says what it is and under which licence it may be used.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/docs/markdown.h"
#include "tests/support/temp_dir.h"

namespace lede::test {
namespace {

bool has_header(const std::filesystem::path& source) {
  return source.extension() == ".cc" &&
         std::filesystem::exists(std::filesystem::path(source).replace_extension(".h"));
}

void check_folder(const std::filesystem::path& folder, std::size_t& checked) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".cc" && extension != ".h") {
      continue;
    }
    ++checked;
    const auto lines = lines_of(read_file(entry.path()));
    ASSERT_GT(lines.size(), 3U) << entry.path();
    EXPECT_EQ(lines[0].substr(0, 3), "// ") << entry.path() << ": say what the file is";
    if (!has_header(entry.path())) {  // whose first line says it
      EXPECT_EQ(lines[0].find("SPDX"), std::string::npos) << entry.path() << ": say what it is";
    }
    std::size_t at = 0;
    while (at < lines.size() && lines[at].substr(0, 2) == "//" &&
           lines[at] != "// SPDX-License-Identifier: GPL-3.0-or-later") {
      ++at;
    }
    EXPECT_EQ(lines[at], "// SPDX-License-Identifier: GPL-3.0-or-later") << entry.path();
  }
}

TEST(Sources, NameTheirLicenceBelowWhatTheyAre) {
  std::size_t checked = 0;
  for (const char* folder : {"bench", "common", "indexer", "searcher", "tests"}) {
    check_folder(source_root() / folder, checked);
  }
  EXPECT_GT(checked, 100U);
}

}  // namespace
}  // namespace lede::test
