// An update brings the database in step with the folder, and touches no more than it must.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/update.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>

#include "indexer/document.h"
#include "tests/integration/update/archive.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using test::Archive;
using test::expect_whole;
using test::json_article;
using test::plain;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

TEST(Update, IndexesAFolder) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.write("deep/b.txt", plain("Beta"));
  archive.write("c.jsonl", json_article("c1", "Gamma", "One.") + json_article("", "Delta", "Two."));
  const auto result = archive.update();
  EXPECT_EQ(result.counts.added, 4U);
  EXPECT_EQ(result.articles, 4U);
  EXPECT_THAT(archive.ids(), ElementsAre("a.txt", "c.jsonl#2", "c1", "deep/b.txt"));
  expect_whole(archive);
}

TEST(Update, OfAnUnchangedFolderReadsAndWritesNothing) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.update();
  const auto revision = Xapian::Database(archive.database()).get_revision();
  const auto result = archive.update();
  EXPECT_EQ(result.counts.unchanged, 1U);
  EXPECT_EQ(result.files_read, 0U);
  EXPECT_EQ(Xapian::Database(archive.database()).get_revision(), revision);
}

TEST(Update, OfATouchedFileOnlyNotesItsTime) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.update();
  fs::last_write_time(archive.folder() + "/a.txt",
                      fs::file_time_type::clock::now() - std::chrono::hours(1));
  auto result = archive.update();
  EXPECT_EQ(result.counts.unchanged, 1U);
  EXPECT_EQ(result.counts.updated, 0U);
  EXPECT_EQ(result.files_read, 1U);
  EXPECT_EQ(archive.update().files_read, 0U) << "its new time is known now";
}

TEST(Update, ReplacesWhatChangedAndRemovesWhatVanished) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.write("b.txt", plain("Beta"));
  archive.write("c.txt", plain("Gamma"));
  archive.update();
  archive.write("a.txt", plain("Alpha again"));
  archive.remove("b.txt");
  archive.write("d.txt", plain("Delta"));
  const auto result = archive.update();
  EXPECT_EQ(result.counts.added, 1U);
  EXPECT_EQ(result.counts.updated, 1U);
  EXPECT_EQ(result.counts.removed, 1U);
  EXPECT_EQ(result.counts.unchanged, 1U);
  EXPECT_THAT(archive.changes, UnorderedElementsAre("updated a.txt a.txt", "removed b.txt b.txt",
                                                    "added d.txt d.txt"));
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
  expect_whole(archive);
}

TEST(Update, OfOneChangedLineReplacesOneArticle) {
  Archive archive;
  std::string before;
  std::string after = json_article("new", "New", "At the top.");  // every line number changes
  for (int i = 0; i < 50; ++i) {
    const std::string id = "r" + std::to_string(i);
    before += json_article(id, "Title " + id, "Text of " + id);
    if (i != 20) {
      after += json_article(id, "Title " + id, i == 10 ? "Changed." : "Text of " + id);
    }
  }
  archive.write("a.jsonl", before);
  archive.update();
  archive.write("a.jsonl", after);
  const auto result = archive.update();
  EXPECT_THAT(archive.changes, UnorderedElementsAre("added new a.jsonl#1", "updated r10 a.jsonl#12",
                                                    "removed r20 a.jsonl#21"));
  EXPECT_EQ(result.counts.unchanged, 48U);
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "")
      << "paths are those of the new lines";
}

TEST(Update, KeepsTheInstantAnArticleWasFirstIndexed) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  UpdateOptions options;
  options.now = 1000;
  archive.update(options);
  archive.write("a.txt", plain("Alpha again"));
  archive.write("b.txt", plain("Beta"));
  options.now = 2000;
  archive.update(options);
  const Xapian::Database database(archive.database());
  EXPECT_EQ(first_indexed(database.get_document(1)), 1000);
  EXPECT_EQ(first_indexed(database.get_document(2)), 2000);
}

TEST(Update, ReportsWhatItCannotReadAndKeepsWhatItHad) {
  Archive archive;
  archive.write("a.json", R"({"id":"a","title":"One","text":"First."})");
  archive.write("b.jsonl", json_article("b", "Two", "Second.") + "{broken\n");
  auto result = archive.update();
  EXPECT_EQ(result.counts.added, 2U);
  EXPECT_EQ(result.counts.failed, 1U);
  ASSERT_THAT(archive.failures, SizeIs(1));
  EXPECT_EQ(archive.failures[0].path, archive.folder() + "/b.jsonl");
  EXPECT_EQ(archive.failures[0].record, "2");
  EXPECT_THAT(archive.failures[0].error.message, HasSubstr("line 2"));

  archive.write("a.json", "{broken");
  result = archive.update();
  EXPECT_EQ(result.counts.failed, 2U) << "the broken line is told again";
  EXPECT_EQ(result.counts.removed, 0U);
  EXPECT_THAT(archive.ids(), ElementsAre("a", "b"));
  expect_whole(archive);

  archive.write("a.json", R"({"id":"a","title":"One","text":"Mended."})");
  archive.write("b.jsonl", json_article("b", "Two", "Second."));
  result = archive.update();
  EXPECT_EQ(result.counts.failed, 0U);
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
}

TEST(Update, RefusesFilesThatAreTooLarge) {
  Archive archive;
  archive.write("a.txt", plain("Alpha") + std::string(100000, 'x'));
  archive.write("b.txt", plain("Beta"));
  UpdateOptions options;
  options.max_file_bytes = 1000;
  const auto result = archive.update(options);
  EXPECT_EQ(result.counts.added, 1U);
  ASSERT_THAT(archive.failures, SizeIs(1));
  EXPECT_EQ(archive.failures[0].error.code, ErrorCode::kTooLarge);
}

TEST(Update, DoesNotBelieveAFolderInWhichNothingIsLeft) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.update();
  archive.remove("a.txt");
  auto result = archive.update();
  EXPECT_EQ(result.counts.failed, 1U);
  EXPECT_EQ(result.counts.removed, 0U);
  ASSERT_THAT(archive.failures, SizeIs(1));
  EXPECT_THAT(archive.failures[0].error.message, HasSubstr("1 articles are kept"));
  EXPECT_THAT(archive.failures[0].error.hint, HasSubstr("--allow-empty"));

  fs::remove_all(archive.folder());
  EXPECT_EQ(archive.update().counts.failed, 1U) << "the folder itself is gone";
  EXPECT_THAT(archive.ids(), ElementsAre("a.txt"));

  UpdateOptions options;
  options.allow_empty = true;
  EXPECT_EQ(archive.update(options).counts.removed, 1U);
  EXPECT_THAT(archive.ids(), IsEmpty());
}

TEST(Update, RefusesAPathThatNeverWas) {
  Archive archive;
  UpdateOptions options = archive.options();
  options.paths = {archive.folder() + "/none"};
  const auto result = update(options, false, {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kUsage);
  EXPECT_FALSE(fs::exists(archive.database())) << "no database is made for it";
}

TEST(Update, KeepsVanishedArticlesWhenTold) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.write("b.jsonl", json_article("b1", "One", "1.") + json_article("b2", "Two", "2."));
  archive.update();
  archive.remove("a.txt");
  archive.write("b.jsonl", json_article("b2", "Two", "2."));
  UpdateOptions options;
  options.no_delete = true;
  EXPECT_EQ(archive.update(options).counts.removed, 0U);
  EXPECT_THAT(archive.ids(), ElementsAre("a.txt", "b1", "b2"));
}

TEST(Update, LeavesAloneWhatPatternsLeaveOut) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.write("b.jsonl", json_article("b", "One", "1."));
  archive.update();
  archive.write("b.jsonl", json_article("b", "One", "Changed."));
  UpdateOptions options;
  options.include = {"*.txt"};
  const auto result = archive.update(options);
  EXPECT_EQ(result.counts.removed + result.counts.updated + result.counts.failed, 0U);
  EXPECT_THAT(archive.ids(), ElementsAre("a.txt", "b"));
}

TEST(Update, KnowsAFileReachedThroughAnyFolder) {
  Archive archive;
  archive.write("2024/a.txt", plain("Alpha"));
  archive.write("2023/b.txt", plain("Beta"));
  archive.update();
  UpdateOptions options;
  options.paths = {archive.folder() + "/2024", archive.folder() + "/2024/a.txt"};
  const auto result = archive.update(options);
  EXPECT_EQ(result.counts.added, 0U);
  EXPECT_EQ(result.counts.removed, 0U);
  EXPECT_THAT(archive.ids(), ElementsAre("2023/b.txt", "2024/a.txt"));
}

TEST(Update, DryRunTellsAndWritesNothing) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  UpdateOptions options;
  options.dry_run = true;
  EXPECT_EQ(archive.update(options).counts.added, 1U);
  EXPECT_FALSE(fs::exists(archive.database()));

  archive.write("b.txt", plain("Beta"));
  archive.write("c.txt", plain("Gamma"));
  archive.update();
  const auto before = archive.articles();
  const auto revision = Xapian::Database(archive.database()).get_revision();
  archive.write("a.txt", plain("Alpha again"));
  archive.remove("b.txt");
  archive.rename("c.txt", "c2.txt");
  archive.write("d.txt", plain("Delta"));
  const auto result = archive.update(options);
  EXPECT_THAT(archive.changes, UnorderedElementsAre("updated a.txt a.txt", "removed b.txt b.txt",
                                                    "moved c.txt c2.txt", "added d.txt d.txt"));
  EXPECT_EQ(result.counts.unchanged, 1U);
  EXPECT_EQ(test::difference(archive.articles(), before), "");
  EXPECT_EQ(Xapian::Database(archive.database()).get_revision(), revision);
}

TEST(Update, StopsCleanlyAndGoesOnNextTime) {
  Archive archive;
  for (int i = 0; i < 20; ++i) {
    archive.write("f" + std::to_string(i) + ".txt", plain("Number " + std::to_string(i)));
  }
  std::atomic<bool> stop{true};
  auto result = update(archive.options(), stop, {});
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->interrupted);
  expect_whole(archive);
  stop = false;
  UpdateObserver observer;
  observer.progress = [&](const UpdateProgress& progress) { stop = progress.articles >= 5; };
  result = update(archive.options(), stop, observer);
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->interrupted);
  EXPECT_GE(archive.ids().size(), 5U);
  expect_whole(archive);
  EXPECT_FALSE(archive.update().interrupted);
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
}

TEST(Update, InSmallBatchesGivesTheSame) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    lines += json_article("r" + std::to_string(i), "Title", std::string(20000, 'x') + " text");
    lines.back() = ' ';
    lines += "\n";
  }
  for (const WriterRequest writer : {WriterRequest::kApi, WriterRequest::kBulk}) {
    Archive archive;
    archive.write("a.jsonl", lines);
    UpdateOptions options;
    options.memory = 1 << 16;  // less than is allowed: a commit, or a spilled run, every few
    options.writer = writer;
    archive.update(options);
    const auto revision = Xapian::Database(archive.database()).get_revision();
    EXPECT_TRUE(writer == WriterRequest::kBulk || revision > 3U) << revision;
    EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
    expect_whole(archive);
  }
}

TEST(Update, GivesTheSameDocidsForAnyNumberOfThreads) {
  Archive archive;
  for (int i = 0; i < 40; ++i) {
    archive.write("f" + std::to_string(i) + ".jsonl",
                  json_article("a" + std::to_string(i), "Title", "Text " + std::to_string(i)) +
                      json_article("b" + std::to_string(i), "Title", "Text"));
  }
  std::vector<std::vector<std::string>> orders;
  for (const unsigned jobs : {1U, 4U}) {
    UpdateOptions options;
    options.jobs = jobs;
    options.database = archive.database() + std::to_string(jobs);
    archive.update(options);
    const Xapian::Database database(options.database);
    std::vector<std::string>& order = orders.emplace_back();
    for (Xapian::docid docid = 1; docid <= database.get_lastdocid(); ++docid) {
      order.push_back(database.get_document(docid).get_data());
    }
  }
  EXPECT_EQ(orders[0], orders[1]);
  EXPECT_THAT(orders[0], SizeIs(80));
}

}  // namespace
}  // namespace lede
