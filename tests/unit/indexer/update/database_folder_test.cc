// Which folders may become a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/database_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

namespace lede {
namespace {

using test::TempDir;

TEST(FolderHoldsTest, NothingWhereThereIsNoFolderOrAnEmptyOne) {
  const TempDir dir;
  EXPECT_EQ(folder_holds((dir.path() / "none").string()).value(), FolderHolds::kNothing);
  EXPECT_EQ(folder_holds(dir.path().string()).value(), FolderHolds::kNothing);
}

TEST(FolderHoldsTest, NothingWhereAFirstRunWasKilled) {
  const TempDir dir;
  dir.write("flintlock", "");
  dir.write("postlist.glass", "half");
  EXPECT_EQ(folder_holds(dir.path().string()).value(), FolderHolds::kNothing);
}

TEST(FolderHoldsTest, ADatabaseWhereItsVersionFileIs) {
  const TempDir dir;
  dir.write("iamglass", "x");
  dir.write("note-to-self.txt", "x");
  EXPECT_EQ(folder_holds(dir.path().string()).value(), FolderHolds::kDatabase);
}

TEST(FolderHoldsTest, RefusesFoldersOfOtherThings) {
  const TempDir dir;
  const auto file = dir.write("thesis.txt", "x");
  EXPECT_EQ(folder_holds(dir.path().string()).error().code, ErrorCode::kDatabaseForeign);
  EXPECT_EQ(folder_holds(file.string()).error().code, ErrorCode::kDatabaseForeign);
}

TEST(PrepareFolder, MakesItWithItsParents) {
  const TempDir dir;
  const std::string folder = (dir.path() / "a" / "b").string();
  EXPECT_TRUE(prepare_folder(folder));
  EXPECT_TRUE(std::filesystem::is_directory(folder));
  EXPECT_TRUE(prepare_folder(folder)) << "a second time too";
}

TEST(PrepareFolder, ReportsThatItCannot) {
  const TempDir dir;
  dir.write("file", "x");
  const auto made = prepare_folder((dir.path() / "file" / "db").string());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::kIo);
}

TEST(FolderBytes, AddsUpItsFiles) {
  const TempDir dir;
  dir.write("a", "123");
  dir.write("b", "45");
  EXPECT_EQ(folder_bytes(dir.path().string()), 5U);
  EXPECT_EQ(folder_bytes((dir.path() / "none").string()), 0U);
}

}  // namespace
}  // namespace lede
