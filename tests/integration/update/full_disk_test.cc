// Writing in bulk on a disk that is full, for real: a small file system in memory. Only root can
// make one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/upkeep/check.h"
#include "tests/integration/update/archive.h"
#include "tests/support/database_difference.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using test::Archive;

using testing::HasSubstr;

class FullDisk : public testing::Test {
 protected:
  ~FullDisk() override {
    if (mounted_) {
      umount2(disk().c_str(), MNT_DETACH);
    }
  }

  // False, with errno, where one may not.
  bool make_disk(int mib) {
    fs::create_directory(disk());
    const std::string size = "size=" + std::to_string(mib) + "m";
    mounted_ = mount("none", disk().c_str(), "tmpfs", 0, size.c_str()) == 0;
    return mounted_;
  }

  [[nodiscard]] UpdateOptions options(WriterRequest writer = WriterRequest::kBulk) const {
    UpdateOptions options;
    options.paths = {archive_.folder()};
    options.database = database();
    options.writer = writer;
    options.memory = std::size_t{16} << 20U;
    return options;
  }

  // Text that hardly becomes smaller.
  void write_articles(int first, int last) {
    for (int i = first; i < last; ++i) {
      std::string text;
      for (int word = 0; word < 4000; ++word) {
        text += "w" + std::to_string((word * 7919 + i * 104729) % 1000003) + " ";
      }
      const std::string number = std::to_string(i);
      archive_.write(number + ".jsonl", test::json_article(number, "Headline " + number, text));
    }
  }

  [[nodiscard]] std::string disk() const { return (archive_.dir().path() / "disk").string(); }
  [[nodiscard]] std::string database() const { return disk() + "/a.db"; }

  Archive archive_;
  bool mounted_ = false;
};

TEST_F(FullDisk, LeavesTheOldDatabaseAndGoesOnWhenThereIsRoom) {
  if (!make_disk(20)) {
    GTEST_SKIP() << "cannot mount a small disk here: only root may";
  }
  write_articles(0, 1);
  const auto first = update(options(), {}, {});
  ASSERT_TRUE(first) << first.error().message;
  const auto before = test::indexed_articles(database());
  write_articles(1, 70);
  const auto result = update(options(), {}, {});
  ASSERT_FALSE(result) << "it was to be too much";
  EXPECT_EQ(result.error().code, ErrorCode::kIo);
  EXPECT_THAT(result.error().message, HasSubstr(database()));
  EXPECT_THAT(result.error().message, HasSubstr("No space left on device"));
  EXPECT_EQ(test::problems_of(database()), "");
  EXPECT_EQ(test::difference(test::indexed_articles(database()), before), "");
  EXPECT_FALSE(fs::exists(database() + ".building"));
  for (int i = 3; i < 70; ++i) {
    archive_.remove(std::to_string(i) + ".jsonl");
  }
  const auto after = update(options(), {}, {});
  ASSERT_TRUE(after) << after.error().message;
  EXPECT_EQ(after->articles, 3U);
  EXPECT_EQ(test::problems_of(database()), "");
  EXPECT_FALSE(fs::exists(database() + ".building"));
}

TEST_F(FullDisk, ThatIsTooSmallToBeginOnIsSaidBeforehand) {
  if (!make_disk(12)) {
    GTEST_SKIP() << "cannot mount a small disk here: only root may";
  }
  write_articles(0, 1);
  const auto refused = update(options(), {}, {});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("MiB free; bulk writing needs"));
  const auto by_itself = update(options(WriterRequest::kAuto), {}, {});
  ASSERT_TRUE(by_itself) << by_itself.error().message;
  EXPECT_EQ(by_itself->writer.writer, Writer::kApi);
  EXPECT_THAT(by_itself->writer.why, HasSubstr("MiB free; bulk writing needs"));
}

}  // namespace
}  // namespace lede
