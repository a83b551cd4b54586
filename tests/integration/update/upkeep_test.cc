// Looking after a database: check finds damage, compact keeps everything, remove takes one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <functional>

#include "common/article_record.h"
#include "common/schema.h"
#include "indexer/upkeep/check.h"
#include "indexer/upkeep/compact.h"
#include "indexer/upkeep/remove.h"
#include "indexer/upkeep/stats.h"
#include "tests/integration/update/archive.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using test::Archive;
using test::json_article;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void fill(Archive& archive) {
  archive.write("a.jsonl", json_article("one", "Alpha", "First text.") +
                               json_article("two", "Beta", "Second text.") +
                               json_article("three", "Gamma", "Third text."));
  archive.update();
}

TEST(Check, FindsNothingInAWholeDatabase) {
  Archive archive;
  fill(archive);
  const auto report = check_database(archive.database());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->articles, 3U);
  EXPECT_EQ(report->files, 1U);
  EXPECT_EQ(report->problem_count, 0U);
}

TEST(Check, FindsWhatIsWrong) {
  struct Damage {
    std::string says;
    std::function<void(Xapian::WritableDatabase&)> done;
  };
  const auto change = [](Xapian::WritableDatabase& database, const auto& how) {
    Xapian::Document document = database.get_document(2);
    how(document);
    database.replace_document(2, document);
  };
  for (const Damage& damage : {
           Damage{"a stored article is damaged",
                  [&](auto& db) { change(db, [](auto& d) { d.set_data("x"); }); }},
           Damage{"not found by its id",
                  [&](auto& db) { change(db, [](auto& d) { d.remove_term("Qtwo"); }); }},
           Damage{"shares its id", [&](auto& db) { db.add_document(db.get_document(2)); }},
           Damage{"of no file",
                  [&](auto& db) { change(db, [](auto& d) { d.remove_term("XF0:a.jsonl"); }); }},
           Damage{"of a file that is not known",
                  [&](auto& db) { db.set_metadata("lede.file.0:a.jsonl", ""); }},
           Damage{"the state of a file is damaged",
                  [&](auto& db) { db.set_metadata("lede.file.0:a.jsonl", "x"); }},
           Damage{"its content is not what was indexed",
                  [&](auto& db) {
                    change(db, [](auto& d) { d.add_value(slot::kContentHash, "x"); });
                  }},
       }) {
    Archive archive;
    fill(archive);
    {
      Xapian::WritableDatabase database(archive.database());
      damage.done(database);
      database.commit();
    }
    const auto report = check_database(archive.database());
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_THAT(report->problems, Contains(HasSubstr(damage.says)));
  }
}

TEST(Check, NoticesABrokenTable) {
  Archive archive;
  fill(archive);
  const fs::path table = fs::path(archive.database()) / "postlist.glass";
  const auto size = fs::file_size(table);
  fs::resize_file(table, 100);
  fs::resize_file(table, size);
  const auto report = check_database(archive.database());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_GT(report->problem_count, 0U);
}

TEST(Check, OfNoDatabaseSaysSo) {
  const Archive archive;
  EXPECT_EQ(check_database(archive.database()).error().code, ErrorCode::kDatabaseMissing);
}

TEST(Compact, KeepsEverythingAndLeavesNothingBehind) {
  Archive archive;
  fill(archive);
  const auto before = archive.articles();
  const auto report = compact_database(archive.database());
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_LE(report->bytes_after, report->bytes_before);
  EXPECT_EQ(test::difference(archive.articles(), before), "");
  EXPECT_FALSE(fs::exists(archive.database() + ".compact"));
  EXPECT_THAT(check_database(archive.database()).value().problems, IsEmpty());
  EXPECT_EQ(archive.update().counts.unchanged, 3U) << "what is known of files is kept too";
}

TEST(Compact, ClearsAwayWhatAKilledRunLeft) {
  Archive archive;
  fill(archive);
  archive.dir().write("lede.db.compact/postlist.glass", "half");
  EXPECT_TRUE(compact_database(archive.database() + "/"));
  EXPECT_THAT(archive.ids(), ElementsAre("one", "three", "two"));
}

TEST(Compact, RefusesADatabaseThatIsBeingWritten) {
  Archive archive;
  fill(archive);
  const Xapian::WritableDatabase other(archive.database());
  EXPECT_EQ(compact_database(archive.database()).error().code, ErrorCode::kLocked);
}

TEST(Compact, LeavesAReaderWithWhatItOpened) {
  Archive archive;
  fill(archive);
  const Xapian::Database reader(archive.database());
  ASSERT_TRUE(compact_database(archive.database()));
  EXPECT_EQ(decode_article(reader.get_document(1).get_data()).value().id, "one");
}

TEST(Remove, TakesSingleArticlesOut) {
  Archive archive;
  fill(archive);
  const auto report = remove_articles(archive.database(), {"two", "none"});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->removed, 1U);
  EXPECT_THAT(report->unknown, ElementsAre("none"));
  EXPECT_THAT(archive.ids(), ElementsAre("one", "three"));
  EXPECT_THAT(check_database(archive.database()).value().problems, IsEmpty());
  archive.update();
  EXPECT_THAT(archive.ids(), ElementsAre("one", "three")) << "its file has not changed";
}

TEST(Remove, MakesNoDatabase) {
  const Archive archive;
  EXPECT_EQ(remove_articles(archive.database(), {"x"}).error().code, ErrorCode::kDatabaseMissing);
  EXPECT_FALSE(fs::exists(archive.database()));
}

TEST(Stats, CountWhatIsThere) {
  Archive archive;
  archive.write("a.jsonl", json_article("one", "Alpha", "First text.") + "{broken\n");
  archive.write("b.txt", "A headline\n\nA text.");
  archive.update();
  const auto stats = database_stats(archive.database());
  ASSERT_TRUE(stats);
  EXPECT_EQ(stats->articles, 2U);
  EXPECT_EQ(stats->files, 2U);
  EXPECT_EQ(stats->failed_records, 1U);
  EXPECT_EQ(stats->incomplete_files, 0U);
  EXPECT_GT(stats->text_bytes, 20U);
  EXPECT_GT(stats->index_bytes, 0U);
  EXPECT_THAT(stats->sources, ElementsAre(fs::canonical(archive.folder()).string()));
  EXPECT_EQ(stats->schema, kSchemaVersion);
}

}  // namespace
}  // namespace lede
