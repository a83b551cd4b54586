// Changes below folders are noticed, however they come about.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch/folder_watch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "tests/support/temp_dir.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using test::TempDir;

constexpr milliseconds kSoon{2000};
constexpr milliseconds kNow{50};

FolderWatch opened(WatchOptions options) {
  auto watch = FolderWatch::open(std::move(options));
  if (!watch) {
    throw std::runtime_error(watch.error().message);
  }
  return std::move(*watch);
}

void drain(FolderWatch& watch) {
  while (watch.wait(kNow).value()) {
  }
}

TEST(FolderWatch, NoticesWhatHappensToFiles) {
  const TempDir dir;
  dir.write("a.txt", "x");
  dir.write("deep/down/b.txt", "x");
  FolderWatch watch = opened({{dir.path()}, {}});
  EXPECT_EQ(watch.folders(), 3U);
  EXPECT_FALSE(watch.wait(kNow).value());
  const std::vector<std::function<void()>> changes = {
      [&] { dir.write("a.txt", "y"); },
      [&] { dir.write("new.txt", "x"); },
      [&] { dir.write("deep/down/b.txt", "y"); },
      [&] { fs::rename(dir.path() / "new.txt", dir.path() / "newer.txt"); },
      [&] { fs::remove(dir.path() / "newer.txt"); },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i]();
    EXPECT_TRUE(watch.wait(kSoon).value()) << i;
    drain(watch);
  }
}

TEST(FolderWatch, WatchesFoldersThatAppearAndThoseThatMove) {
  const TempDir dir;
  dir.write("a/a.txt", "x");
  FolderWatch watch = opened({{dir.path()}, {}});
  fs::create_directories(dir.path() / "new" / "deep");
  EXPECT_TRUE(watch.wait(kSoon).value());
  drain(watch);
  dir.write("new/deep/b.txt", "x");
  EXPECT_TRUE(watch.wait(kSoon).value());
  drain(watch);
  fs::rename(dir.path() / "new", dir.path() / "moved");
  EXPECT_TRUE(watch.wait(kSoon).value());
  drain(watch);
  fs::create_directories(dir.path() / "moved" / "later");
  EXPECT_TRUE(watch.wait(kSoon).value());
  drain(watch);
  dir.write("moved/later/c.txt", "x");
  EXPECT_TRUE(watch.wait(kSoon).value());
}

TEST(FolderWatch, LeavesOutHiddenFilesAndItsOwn) {
  const TempDir dir;
  dir.write("lede.db/postlist.glass", "x");
  FolderWatch watch = opened({{dir.path()}, {dir.path() / "lede.db", dir.path() / "report.jsonl"}});
  dir.write(".a.txt.swp", "x");
  dir.write(".git/index", "x");
  dir.write("lede.db/postlist.glass", "y");
  dir.write("report.jsonl", "x");
  EXPECT_FALSE(watch.wait(kNow).value());
}

TEST(FolderWatch, OfASingleFileNoticesThatAnotherTookItsPlace) {
  const TempDir dir;
  dir.write("a.txt", "x");
  dir.write("other.txt", "x");
  FolderWatch watch = opened({{dir.path() / "a.txt"}, {}});
  dir.write("other.txt", "y");
  EXPECT_FALSE(watch.wait(kNow).value());
  for (int save = 0; save < 3; ++save) {
    dir.write("a.txt~", "y");
    fs::rename(dir.path() / "a.txt~", dir.path() / "a.txt");
    EXPECT_TRUE(watch.wait(kSoon).value()) << save;
    drain(watch);
  }
}

TEST(FolderWatch, NoticesThatItsFolderWentAndCameBack) {
  const TempDir dir;
  dir.write("articles/a.txt", "x");
  FolderWatch watch = opened({{dir.path() / "articles"}, {}});
  fs::rename(dir.path() / "articles", dir.path() / "away");
  EXPECT_TRUE(watch.wait(kSoon).value());
  drain(watch);
  dir.write("articles/b.txt", "x");
  EXPECT_TRUE(watch.wait(kSoon).value());
  drain(watch);
  dir.write("articles/c.txt", "x");
  EXPECT_TRUE(watch.wait(kSoon).value());
}

TEST(FolderWatch, SurvivesMoreEventsThanTheSystemKeeps) {
  const TempDir dir;
  dir.write("first.txt", "x");
  FolderWatch watch = opened({{dir.path()}, {}});
  constexpr int kMany = 8000;  // three events each; the system keeps 16,384
  for (int i = 0; i < kMany; ++i) {
    dir.write(std::to_string(i) + ".txt", "x");
  }
  fs::create_directories(dir.path() / "lost");  // nobody is told
  EXPECT_TRUE(watch.wait(kSoon).value());
  drain(watch);
  dir.write("lost/a.txt", "x");
  EXPECT_TRUE(watch.wait(kSoon).value());
}

TEST(FolderWatch, LinksInCirclesAreHarmless) {
  const TempDir dir;
  dir.write("real/a.txt", "x");
  fs::create_directory_symlink(dir.path(), dir.path() / "real" / "up");
  FolderWatch watch = opened({{dir.path()}, {}});
  EXPECT_EQ(watch.folders(), 2U);
  dir.write("real/a.txt", "y");
  EXPECT_TRUE(watch.wait(kSoon).value());
}

TEST(FolderWatch, OfNothingFails) {
  const TempDir dir;
  const auto watch = FolderWatch::open({{dir.path() / "none"}, {}});
  ASSERT_FALSE(watch);
  EXPECT_EQ(watch.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace lede
