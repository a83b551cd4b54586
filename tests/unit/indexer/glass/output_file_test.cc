// Files that are written once arrive whole, or say what went wrong.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/output_file.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <random>
#include <string>

#include "indexer/glass/sync.h"
#include "tests/support/temp_dir.h"

namespace lede::glass {
namespace {

using lede::test::TempDir;

TEST(OutputFile, HoldsWhatWasAppendedInAnyPieces) {
  const TempDir dir;
  const std::string path = (dir.path() / "file").string();
  std::mt19937 random(1);
  std::string expected;
  {
    OutputFile file(path);
    for (int i = 0; i < 400; ++i) {
      const std::size_t size = random() % 50 == 0 ? random() % 700000 : random() % 3000;
      const std::string piece(size, static_cast<char>(random()));
      file.append(piece);
      expected += piece;
      ASSERT_EQ(file.size(), expected.size());
      if (i % 100 == 99) {
        file.flush();
        ASSERT_EQ(std::filesystem::file_size(path), expected.size());
      }
    }
    file.sync();
  }
  EXPECT_TRUE(lede::test::read_file(path) == expected);
}

std::string said_by(const std::function<void()>& action) {
  try {
    action();
  } catch (const Xapian::DatabaseError& error) {
    return error.get_msg() + " (" + error.get_error_string() + ")";
  }
  return "nothing";
}

TEST(OutputFile, AFolderThatIsMissingIsNamed) {
  const TempDir dir;
  const std::string path = (dir.path() / "none" / "file").string();
  EXPECT_EQ(said_by([&] { const OutputFile file(path); }),
            "cannot make " + path + " (No such file or directory)");
  EXPECT_EQ(said_by([&] { sync_folder(path); }),
            "cannot open " + path + " to sync it (No such file or directory)");
}

}  // namespace
}  // namespace lede::glass
