// What an update refuses, and what a failing disk leaves behind.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <xapian.h>

#include <csignal>
#include <filesystem>

#include "common/schema.h"
#include "indexer/update/update.h"
#include "indexer/upkeep/check.h"
#include "tests/integration/update/archive.h"

namespace lede {
namespace {

using test::Archive;
using test::json_article;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ErrorCode code_of_update(const Archive& archive) {
  const auto result = update(archive.options(), false, {});
  return result ? ErrorCode::kUsage : result.error().code;
}

TEST(UpdateRefuses, ADatabaseThatAnotherIsWriting) {
  Archive archive;
  archive.write("a.txt", "A title\n\nA text.");
  archive.update();
  const Xapian::WritableDatabase other(archive.database(), Xapian::DB_OPEN);
  EXPECT_EQ(code_of_update(archive), ErrorCode::kLocked);
}

TEST(UpdateRefuses, TheDatabaseOfAnotherProgram) {
  Archive archive;
  archive.write("a.txt", "A title\n\nA text.");
  {
    Xapian::WritableDatabase other(archive.database(), Xapian::DB_CREATE);
    other.add_document(Xapian::Document());
    other.commit();
  }
  EXPECT_EQ(code_of_update(archive), ErrorCode::kDatabaseForeign);
  EXPECT_EQ(Xapian::Database(archive.database()).get_doccount(), 1U) << "it is left as it was";
}

TEST(UpdateRefuses, ADatabaseOfAnotherSchemaOrAnalyzer) {
  for (const auto key : {meta::kSchema, meta::kAnalyzer}) {
    Archive archive;
    archive.write("a.txt", "A title\n\nA text.");
    archive.update();
    {
      Xapian::WritableDatabase database(archive.database());
      database.set_metadata(std::string(key), "another");
    }
    EXPECT_EQ(code_of_update(archive), ErrorCode::kDatabaseForeign) << key;
  }
}

TEST(UpdateRefuses, AFolderOfOtherThings) {
  Archive archive;
  archive.write("a.txt", "A title\n\nA text.");
  archive.dir().write("lede.db/thesis.txt", "x");
  EXPECT_EQ(code_of_update(archive), ErrorCode::kDatabaseForeign);
}

TEST(UpdateRefuses, ADamagedDatabase) {
  Archive archive;
  archive.write("a.txt", "A title\n\nA text.");
  archive.update();
  archive.dir().write("lede.db/iamglass", "not a version file at all");
  EXPECT_EQ(code_of_update(archive), ErrorCode::kDatabaseCorrupt);
}

TEST(Update, GoesOnAfterAFirstRunThatWasKilledAtOnce) {
  Archive archive;
  archive.write("a.txt", "A title\n\nA text.");
  archive.dir().write("lede.db/flintlock", "");
  archive.dir().write("lede.db/postlist.glass", "half a table");
  EXPECT_EQ(archive.update().counts.added, 1U);
  const Archive other;
  { const Xapian::WritableDatabase empty(other.database(), Xapian::DB_CREATE); }
  other.write("a.txt", "A title\n\nA text.");
  EXPECT_TRUE(update(other.options(), false, {}));
}

// A limit on the size of files stands for a full disk: writing fails in the same way.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

TEST(Update, ReportsAFullDiskAndLosesNothing) {
  Archive archive;
  archive.write("a.jsonl", json_article("old", "Old", "Kept."));
  archive.update();
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int word = 0; word < 300; ++word) {
      text += "word" + std::to_string(i * 300 + word) + " ";
    }
    lines += json_article("n" + std::to_string(i), "New", text);
  }
  archive.write("b.jsonl", lines);
  {
    const SmallDisk disk(300000);
    const auto result = update(archive.options(), false, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kIo) << result.error().message;
    EXPECT_THAT(result.error().message, HasSubstr(archive.database()));
  }
  EXPECT_THAT(archive.ids(), ElementsAre("old"));
  EXPECT_THAT(check_database(archive.database()).value().problems, IsEmpty());
  EXPECT_EQ(archive.update().counts.added, 200U);
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
}

}  // namespace
}  // namespace lede
