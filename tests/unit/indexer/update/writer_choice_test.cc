// Which writer an update uses, and why.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/writer_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "indexer/update/folder_exchange.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U;

class WriterChoiceTest : public testing::Test {
 protected:
  WriterChoiceTest() { fs::create_directory(dir_.path() / "db"); }

  [[nodiscard]] WriterChoice choice(WriterRequest request, WorkAhead work) const {
    work.database = (dir_.path() / "db").string();
    const auto chosen = choose_writer(request, work);
    EXPECT_TRUE(chosen);
    return chosen.value();
  }

  test::TempDir dir_;
};

TEST_F(WriterChoiceTest, GoesByTheWorkAhead) {
  const struct {
    const char* what;
    std::uint64_t bytes_to_read;
    std::uint64_t text_bytes;
    std::uint64_t articles;
    Writer expected;
  } kCases[] = {
      {"a first build, however small", 1, 0, 0, Writer::kBulk},
      {"a first build of nothing", 0, 0, 0, Writer::kBulk},
      {"nothing to read", 0, 100 * kMiB, 1000, Writer::kApi},
      {"little, even against little", 8 * kMiB - 1, kMiB, 10, Writer::kApi},
      {"enough against little", 8 * kMiB, kMiB, 10, Writer::kBulk},
      {"a fifth of the index", 20 * kMiB, 100 * kMiB, 1000, Writer::kBulk},
      {"less than a fifth", 20 * kMiB - 1, 100 * kMiB, 1000, Writer::kApi},
      {"much, but little against the index", 1000 * kMiB, 100000 * kMiB, 1000000, Writer::kApi},
  };
  for (const auto& one : kCases) {
    WorkAhead work;
    work.bytes_to_read = one.bytes_to_read;
    work.text_bytes = one.text_bytes;
    work.articles = one.articles;
    const WriterChoice chosen = choice(WriterRequest::kAuto, work);
    EXPECT_EQ(name_of(chosen.writer), name_of(one.expected)) << one.what;
    EXPECT_NE(chosen.why, "");
    EXPECT_EQ(choice(WriterRequest::kApi, work).writer, Writer::kApi) << one.what;
    EXPECT_EQ(choice(WriterRequest::kBulk, work).writer, Writer::kBulk) << one.what;
  }
}

TEST_F(WriterChoiceTest, SaysWhy) {
  WorkAhead work;
  EXPECT_EQ(choice(WriterRequest::kAuto, work).why, "a first build");
  EXPECT_EQ(choice(WriterRequest::kApi, work).why, "asked for");
  EXPECT_EQ(choice(WriterRequest::kBulk, work).why, "asked for");
  work.articles = 5;
  EXPECT_EQ(choice(WriterRequest::kAuto, work).why, "few changes against the index");
  work.bytes_to_read = 100 * kMiB;
  EXPECT_EQ(choice(WriterRequest::kAuto, work).why, "many changes against the index");
}

TEST_F(WriterChoiceTest, LeavesNothingBeside) {
  static_cast<void>(choice(WriterRequest::kBulk, {}));
  EXPECT_EQ(std::distance(fs::directory_iterator(dir_.path()), fs::directory_iterator()), 1);
}

// Where no folder can be made, "auto" goes on through Xapian and "bulk" is refused with the reason.
TEST_F(WriterChoiceTest, AnObstacleIsTold) {
  WorkAhead work;
  work.database = "/proc/no-such-place/db";
  const auto automatic = choose_writer(WriterRequest::kAuto, work);
  ASSERT_TRUE(automatic);
  EXPECT_EQ(automatic->writer, Writer::kApi);
  EXPECT_THAT(automatic->why, HasSubstr("cannot make the folder /proc/no-such-place/db.building"));
  const auto asked = choose_writer(WriterRequest::kBulk, work);
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().code, ErrorCode::kIo);
  EXPECT_THAT(asked.error().message, HasSubstr("/proc/no-such-place/db: cannot make the folder"));
  EXPECT_THAT(asked.error().hint, HasSubstr("--writer bulk"));
}

TEST(FolderExchange, GivesEachTheOthersName) {
  const test::TempDir dir;
  const std::string live = (dir.path() / "live").string();
  const std::string built = (dir.path() / "built").string();
  dir.write("live/old", "");
  dir.write("built/new", "");
  fs::permissions(live, fs::perms::owner_all | fs::perms::group_read);
  ASSERT_TRUE(exchange_folders(live, built));
  EXPECT_TRUE(fs::exists(live + "/new"));
  EXPECT_TRUE(fs::exists(built + "/old"));
  EXPECT_EQ(fs::status(live).permissions(), fs::perms::owner_all | fs::perms::group_read)
      << "they stay with the name";
}

TEST(FolderExchange, WithAFolderThatIsNotThereFails) {
  const test::TempDir dir;
  dir.write("live/old", "");
  const std::string live = (dir.path() / "live").string();
  const auto exchanged = exchange_folders(live, live + ".building");
  ASSERT_FALSE(exchanged);
  EXPECT_EQ(exchanged.error().code, ErrorCode::kIo);
  EXPECT_THAT(exchanged.error().message, HasSubstr("No such file or directory"));
  EXPECT_TRUE(fs::exists(live + "/old"));
}

}  // namespace
}  // namespace lede
