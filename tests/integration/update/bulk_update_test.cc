// Updates that write in bulk do what those through Xapian do.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/upkeep/check.h"
#include "tests/integration/update/archive.h"
#include "tests/support/database_difference.h"

namespace lede {
namespace {

using test::Archive;
using test::json_article;
using testing::ElementsAre;
using testing::IsEmpty;

UpdateOptions with(WriterRequest writer) {
  UpdateOptions options;
  options.writer = writer;
  return options;
}

const UpdateOptions kBulk = with(WriterRequest::kBulk);
const UpdateOptions kApi = with(WriterRequest::kApi);

void write_some(const Archive& archive, int first, int last) {
  for (int i = first; i < last; ++i) {
    const std::string number = std::to_string(i);
    archive.write(number + ".jsonl", json_article(number, "Headline " + number,
                                                  "Number " + number + " has a text of its own."));
  }
}

// As a database made at once through Xapian, and whole.
void expect_as_clean(const Archive& archive) {
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build(kApi)), "");
  EXPECT_EQ(test::problems_of(archive.database()), "");
  const auto report = check_database(archive.database());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_THAT(report->problems, IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(archive.database() + ".building"));
}

TEST(BulkUpdate, AddsToWhatIsThere) {
  Archive archive;
  write_some(archive, 0, 20);
  EXPECT_EQ(archive.update(kBulk).counts.added, 20U);
  expect_as_clean(archive);
  write_some(archive, 20, 30);
  EXPECT_EQ(archive.update(kBulk).counts.added, 10U);
  expect_as_clean(archive);
}

TEST(BulkUpdate, OfNothingNewLeavesAllAsItIs) {
  Archive archive;
  write_some(archive, 0, 10);
  archive.update(kBulk);
  EXPECT_EQ(archive.update(kBulk).counts.unchanged, 10U);
  expect_as_clean(archive);
  UpdateOptions full = kBulk;
  full.full = true;
  EXPECT_EQ(archive.update(full).counts.unchanged, 10U);
  expect_as_clean(archive);
}

TEST(BulkUpdate, OfRemovalsAloneRemoves) {
  Archive archive;
  write_some(archive, 0, 10);
  archive.update(kBulk);
  archive.remove("3.jsonl");
  archive.remove("9.jsonl");
  EXPECT_EQ(archive.update(kBulk).counts.removed, 2U);
  expect_as_clean(archive);
}

TEST(BulkUpdate, OfAnEmptyFolderMakesAnEmptyIndex) {
  Archive archive;
  archive.write("notes.xyz", "of no kind that is read");
  archive.update(kBulk);
  EXPECT_THAT(archive.ids(), IsEmpty());
  EXPECT_EQ(test::problems_of(archive.database()), "");
  write_some(archive, 0, 3);
  archive.update(kApi);
  expect_as_clean(archive);
}

TEST(BulkUpdate, MixesEveryKindOfChange) {
  Archive archive;
  write_some(archive, 0, 30);
  archive.update(kApi);
  for (const WriterRequest writer :
       {WriterRequest::kBulk, WriterRequest::kApi, WriterRequest::kBulk}) {
    const int first = static_cast<int>(archive.ids().size());
    archive.write("1.jsonl", json_article("1", "Another", "text " + std::to_string(first)));
    archive.remove(std::to_string(first / 2) + ".jsonl");
    archive.rename("5.jsonl", "moved-5.jsonl");
    archive.rename("moved-5.jsonl", std::to_string(first) + "/5.jsonl");
    write_some(archive, 100 + first, 110 + first);
    archive.update(with(writer));
    expect_as_clean(archive);
    archive.rename(std::to_string(first) + "/5.jsonl", "5.jsonl");
    archive.update(with(writer));
    expect_as_clean(archive);
  }
}

TEST(BulkUpdate, TheSameIdTwiceInOneBatchIsOneArticle) {
  Archive archive;
  archive.write("a.jsonl", json_article("same", "First", "of two"));
  archive.write("b.jsonl", json_article("same", "Second", "of two"));
  archive.update(kBulk);
  const auto in_bulk = archive.ids();
  Archive other;
  other.write("a.jsonl", json_article("same", "First", "of two"));
  other.write("b.jsonl", json_article("same", "Second", "of two"));
  other.update(kApi);
  EXPECT_EQ(in_bulk, other.ids());
}

TEST(BulkUpdate, AReaderThatStaysOpenReadsOnAndThenSeesTheNew) {
  Archive archive;
  write_some(archive, 0, 50);
  archive.update(kBulk);
  Xapian::Database reader(archive.database());
  write_some(archive, 50, 60);
  archive.update(kBulk);
  for (Xapian::docid docid = 1; docid <= 50; ++docid) {
    EXPECT_NO_THROW(static_cast<void>(reader.get_document(docid).get_data()));
    EXPECT_GT(reader.get_doclength(docid), 0U);
  }
  EXPECT_EQ(reader.get_doccount(), 50U) << "it reads what it opened";
  EXPECT_EQ(Xapian::Database(archive.database()).get_doccount(), 60U);
}

TEST(BulkUpdate, WhatAKilledBuildLeftIsRemovedByAnyWriter) {
  for (const UpdateOptions& options : {kBulk, kApi}) {
    Archive archive;
    write_some(archive, 0, 3);
    archive.dir().write("lede.db.building/new/postlist.glass", "half of a table");
    archive.update(options);
    expect_as_clean(archive);
  }
}

TEST(BulkUpdate, ARefusalToVerifyLeavesTheOldDatabase) {
  Archive archive;
  write_some(archive, 0, 3);
  archive.update(kBulk);
  write_some(archive, 3, 6);
  UpdateOptions options = archive.options(kBulk);
  std::string verified;
  options.verify = [&](const std::string& folder) -> Result<void> {
    verified = folder;
    EXPECT_EQ(Xapian::Database(folder).get_doccount(), 6U) << "asked of the new one";
    return fail(ErrorCode::kDatabaseCorrupt, folder + ": not to my liking");
  };
  const auto result = update(options, {}, {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kDatabaseCorrupt);
  EXPECT_NE(verified, archive.database());
  EXPECT_FALSE(std::filesystem::exists(verified)) << "nothing is left behind";
  EXPECT_THAT(archive.ids(), ElementsAre("0", "1", "2"));
  options.verify = [](const std::string&) { return Result<void>(); };
  ASSERT_TRUE(update(options, {}, {}));
  expect_as_clean(archive);
}

TEST(BulkUpdate, TellsReadingAndThenWriting) {
  Archive archive;
  write_some(archive, 0, 200);
  std::vector<UpdateProgress> told;
  UpdateObserver observer;
  observer.progress = [&](const UpdateProgress& progress) { told.push_back(progress); };
  ASSERT_TRUE(update(archive.options(kBulk), {}, observer));
  ASSERT_THAT(told, testing::Not(IsEmpty()));
  std::uint64_t bytes = 0;
  double written = 0;
  bool writing = false;
  for (const UpdateProgress& progress : told) {
    EXPECT_TRUE(progress.in_bulk);
    EXPECT_GE(progress.bytes, bytes);
    EXPECT_LE(progress.bytes, progress.total_bytes);
    EXPECT_GE(progress.written, written);
    EXPECT_LE(progress.written, 1.0);
    EXPECT_FALSE(writing && progress.stage == UpdateStage::kReading) << "there is no way back";
    writing = progress.stage == UpdateStage::kWriting;
    bytes = progress.bytes;
    written = progress.written;
  }
  EXPECT_EQ(told.back().bytes, told.back().total_bytes);
}

}  // namespace
}  // namespace lede
