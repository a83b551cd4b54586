// Which source folder a file belongs to.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

TEST(SourcesTest, GivesAFileToTheDeepestFolder) {
  Sources sources({"/archive/2024", "/archive"});
  EXPECT_EQ(sources.key_of("/archive/2024/a.txt"), (FileKey{0, "a.txt"}));
  EXPECT_EQ(sources.key_of("/archive/2023/a.txt"), (FileKey{1, "2023/a.txt"}));
  EXPECT_EQ(sources.file_of({1, "2023/a.txt"}), "/archive/2023/a.txt");
}

TEST(SourcesTest, AddsAFolderOnlyWhereNoneHoldsIt) {
  Sources sources({});
  EXPECT_EQ(sources.add("/archive"), 0U);
  EXPECT_EQ(sources.add("/archive/2024"), 0U);
  EXPECT_EQ(sources.add("/archive-two"), 1U);
  EXPECT_EQ(sources.add("/"), 2U);
  EXPECT_THAT(sources.folders(), testing::ElementsAre("/archive", "/archive-two", "/"));
  EXPECT_EQ(sources.key_of("/etc/a.txt"), (FileKey{2, "etc/a.txt"}));
}

TEST(LiesIn, NeedsAWholeFolderName) {
  EXPECT_TRUE(lies_in("/a/b", "/a"));
  EXPECT_TRUE(lies_in("/a", "/a"));
  EXPECT_TRUE(lies_in("/a", "/"));
  EXPECT_FALSE(lies_in("/ab", "/a"));
  EXPECT_FALSE(lies_in("/", "/a"));
}

TEST(ScopeOf, TellsFoldersFilesAndNothingApart) {
  const test::TempDir dir;
  const std::string root = fs::canonical(dir.path()).string();
  dir.write("a.txt", "x");
  const auto folder = scope_of(dir.path().string() + "/./");
  EXPECT_EQ(folder->path, root);
  EXPECT_FALSE(folder->is_file);
  EXPECT_FALSE(folder->missing);
  const auto file = scope_of((dir.path() / "a.txt").string());
  EXPECT_TRUE(file->is_file);
  const auto missing = scope_of((dir.path() / "none" / "deeper").string());
  EXPECT_TRUE(missing->missing);
  EXPECT_EQ(missing->path, root + "/none/deeper");
}

TEST(ScopeOf, IsTheSameThroughALink) {
  const test::TempDir dir;
  fs::create_directory(dir.path() / "real");
  fs::create_directory_symlink(dir.path() / "real", dir.path() / "link");
  EXPECT_EQ(scope_of((dir.path() / "link").string())->path,
            scope_of((dir.path() / "real").string())->path);
}

}  // namespace
}  // namespace lede
