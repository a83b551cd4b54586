// Which files of a folder are found, and in which order.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/temp_dir.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> paths(const Walk& walk) {
  std::vector<std::string> found;
  for (const FoundFile& file : walk.files) {
    found.push_back(file.path);
  }
  return found;
}

TEST(WalkFolder, FindsFilesBelowSortedByPath) {
  const TempDir dir;
  for (const char* name : {"b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "a-b.txt"}) {
    dir.write(name, "x");
  }
  const Walk walk = walk_folder(dir.path(), WalkOptions());
  EXPECT_THAT(paths(walk), ElementsAre("a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"));
  EXPECT_THAT(walk.failures, IsEmpty());
}

TEST(WalkFolder, TellsSizeAndTime) {
  const TempDir dir;
  const auto file = dir.write("a.txt", "12345");
  fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(24));
  const Walk walk = walk_folder(dir.path(), WalkOptions());
  ASSERT_THAT(walk.files, SizeIs(1));
  EXPECT_EQ(walk.files[0].size, 5U);
  EXPECT_EQ(walk.files[0].mtime, look_at(file, "")->mtime);
  EXPECT_GT(walk.files[0].mtime, 0);
}

TEST(WalkFolder, LeavesOutHiddenFilesAndFolders) {
  const TempDir dir;
  dir.write(".hidden.txt", "x");
  dir.write(".git/a.txt", "x");
  dir.write("seen.txt", "x");
  EXPECT_THAT(paths(walk_folder(dir.path(), WalkOptions())), ElementsAre("seen.txt"));
}

TEST(WalkFolder, HeedsPatterns) {
  const TempDir dir;
  for (const char* name : {"news/a.txt", "news/draft-b.txt", "drafts/c.txt", "old/deep/d.txt"}) {
    dir.write(name, "x");
  }
  WalkOptions options;
  options.exclude = {"draft*"};  // a name: the file and the folder
  EXPECT_THAT(paths(walk_folder(dir.path(), options)), ElementsAre("news/a.txt", "old/deep/d.txt"));
  options.exclude = {"old/*"};  // a path
  options.include = {"*.txt"};
  EXPECT_THAT(paths(walk_folder(dir.path(), options)),
              ElementsAre("drafts/c.txt", "news/a.txt", "news/draft-b.txt"));
  options.include = {"news/*"};
  EXPECT_THAT(paths(walk_folder(dir.path(), options)),
              ElementsAre("news/a.txt", "news/draft-b.txt"));
}

TEST(WalkFolder, DoesNotEnterFoldersItIsToldNotTo) {
  const TempDir dir;
  dir.write("a.txt", "x");
  dir.write("lede.db/b.txt", "x");
  WalkOptions options;
  options.never = {fs::canonical(dir.path() / "lede.db")};
  EXPECT_THAT(paths(walk_folder(dir.path(), options)), ElementsAre("a.txt"));
}

TEST(WalkFolder, FollowsLinksButNotInCircles) {
  const TempDir dir;
  const TempDir outside;
  outside.write("out.txt", "x");
  dir.write("real/a.txt", "x");
  fs::create_directory_symlink(dir.path(), dir.path() / "real" / "up");
  fs::create_directory_symlink(dir.path() / "real", dir.path() / "again");
  fs::create_directory_symlink(outside.path(), dir.path() / "outside");
  fs::create_symlink(dir.path() / "real" / "a.txt", dir.path() / "link.txt");
  EXPECT_THAT(paths(walk_folder(dir.path(), WalkOptions())),
              ElementsAre("link.txt", "outside/out.txt", "real/a.txt"));
}

TEST(WalkFolder, ReportsALinkToNothing) {
  const TempDir dir;
  fs::create_symlink(dir.path() / "gone.txt", dir.path() / "link.txt");
  const Walk walk = walk_folder(dir.path(), WalkOptions());
  EXPECT_THAT(walk.files, IsEmpty());
  ASSERT_THAT(walk.failures, SizeIs(1));
  EXPECT_EQ(walk.failures[0].path, "link.txt");
  EXPECT_FALSE(walk.failures[0].folder);
}

// Root may read everything; so it is somebody else for a while.
class NotRoot {
 public:
  NotRoot() : was_root_(geteuid() == 0) {
    constexpr uid_t kNobody = 65'534;
    EXPECT_TRUE(!was_root_ || seteuid(kNobody) == 0);
  }
  NotRoot(const NotRoot&) = delete;
  NotRoot& operator=(const NotRoot&) = delete;
  ~NotRoot() { EXPECT_TRUE(!was_root_ || seteuid(0) == 0); }

 private:
  bool was_root_;
};

TEST(WalkFolder, ReportsAFolderItMayNotRead) {
  const TempDir dir;
  dir.write("closed/a.txt", "x");
  dir.write("open/b.txt", "x");
  fs::permissions(dir.path(), fs::perms{0755});
  fs::permissions(dir.path() / "closed", fs::perms::none);
  const Walk walk = [&] {
    const NotRoot reader;
    return walk_folder(dir.path(), WalkOptions());
  }();
  fs::permissions(dir.path() / "closed", fs::perms::owner_all);
  EXPECT_THAT(paths(walk), ElementsAre("open/b.txt"));
  ASSERT_THAT(walk.failures, SizeIs(1));
  EXPECT_TRUE(walk.failures[0].folder);
}

TEST(WalkFolder, ReportsAFolderThatIsNotThere) {
  const TempDir dir;
  const Walk walk = walk_folder(dir.path() / "none", WalkOptions());
  ASSERT_THAT(walk.failures, SizeIs(1));
  EXPECT_TRUE(walk.failures[0].folder);
}

TEST(WalkFolder, GoesAsDeepAsThePathMayBe) {
  const TempDir dir;
  fs::path folder = dir.path();
  for (int i = 0; i < 100; ++i) {
    folder /= "d";
  }
  fs::create_directories(folder);
  dir.write((fs::path(folder).lexically_relative(dir.path()) / "a.txt").string(), "x");
  EXPECT_THAT(walk_folder(dir.path(), WalkOptions()).files, SizeIs(1));
}

TEST(LookAt, RefusesWhatIsNoFile) {
  const TempDir dir;
  const auto found = look_at(dir.path(), "");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace lede
