// Lines that repeat in the articles of an outlet are learned before they are read, once.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "common/article_record.h"
#include "indexer/update/learned_store.h"
#include "indexer/upkeep/check.h"
#include "indexer/upkeep/relearn.h"
#include "tests/integration/update/archive.h"

namespace lede {
namespace {

namespace fs = std::filesystem;
using test::Archive;
using test::difference;
using testing::Contains;
using testing::EndsWith;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string kFolder = "lantern-gazette/";

// The small paper of the sample corpus, by the names of its files.
std::map<std::string, std::string> gazette() {
  std::map<std::string, std::string> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(LEDE_SOURCE_DIR) / "corpus/repeats/lantern-gazette")) {
    std::ifstream in(entry.path(), std::ios::binary);
    files[kFolder + entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

void write_all(const Archive& archive) {
  for (const auto& [name, bytes] : gazette()) {
    archive.write(name, bytes);
  }
}

Article article_of(const Archive& archive, const std::string& name) {
  const Xapian::Database database(archive.database());
  const auto posting = database.postlist_begin("Q" + kFolder + name);
  return decode_article(database.get_document(*posting).get_data()).value();
}

RelearnReport relearned(const Archive& archive) {
  const std::atomic<bool> never{false};
  const auto report = relearn(archive.database(), never);
  EXPECT_TRUE(report) << report.error().message;
  const auto checked = check_database(archive.database());
  EXPECT_TRUE(checked);
  EXPECT_THAT(checked->problems, IsEmpty());
  return report.value_or(RelearnReport());
}

TEST(Repeats, AreTakenOutOfTheFirstArticleAndTheLast) {
  Archive archive;
  write_all(archive);
  archive.update();
  for (const auto& [name, bytes] : gazette()) {
    const Article article = article_of(archive, name.substr(kFolder.size()));
    EXPECT_THAT(article.text, Not(HasSubstr("Get the Gazette on Fridays"))) << name;
    EXPECT_THAT(article.text, Not(HasSubstr("printed on the ground floor"))) << name;
    EXPECT_THAT(article.zones, Contains(Field(&Zone::why,
                                              "repeats in 8 of 8 articles of the folder "
                                              "lantern-gazette")))
        << name;
    EXPECT_FALSE(article.author.empty()) << name;
  }
  const Article cat = article_of(archive, "ferry-cat.txt");
  EXPECT_THAT(cat.text, StartsWith("The weather first, as the harbour office gives it.\n\nBosun"));
  EXPECT_THAT(cat.text, HasSubstr("\n\nWhat happens next\n\n"));
  EXPECT_THAT(cat.text, EndsWith("a calm view of gulls."));
  EXPECT_THAT(article_of(archive, "library-boat.txt").text, HasSubstr("Write to the keeper of"));
}

TEST(Repeats, DoNotDependOnTheNumberOfJobs) {
  Archive archive;
  write_all(archive);
  UpdateOptions options;
  options.jobs = 1;
  archive.update(options);
  options.jobs = 4;
  EXPECT_EQ(difference(archive.articles(), archive.clean_build(options)), "");
}

TEST(Repeats, OnceLearnedAreKnownToLaterUpdates) {
  Archive archive;
  write_all(archive);
  archive.update();
  const auto learned = read_learned(Xapian::Database(archive.database())).lines;
  archive.write(kFolder + "new.txt",
                "A new lamp for the pier\n\nThe pier has had a lamp since Monday, and it can be "
                "seen from the Calf on all but the thickest nights, said the keeper.\n\n"
                "Get the Gazette on Fridays\nA line of this page alone\n");
  archive.update();
  EXPECT_THAT(article_of(archive, "new.txt").text, EndsWith("A line of this page alone"));
  EXPECT_THAT(article_of(archive, "new.txt").text, Not(HasSubstr("Fridays")));
  const auto later = read_learned(Xapian::Database(archive.database())).lines;
  EXPECT_EQ(later.at("folder:0:lantern-gazette").lines,
            learned.at("folder:0:lantern-gazette").lines);
}

TEST(Repeats, OfAFolderThatGrewAreLearnedOnceItHoldsFifty) {
  Archive archive;
  const auto write = [&](int number) {
    std::string text = "Lamp number " + std::to_string(number) + "\n\n";
    for (int word = 0; word < 40; ++word) {
      text += "lamp" + std::to_string(number * 100 + word) + " ";
    }
    archive.write("wires/" + std::to_string(1000 + number) + ".txt",
                  text + "was lit on the quay.\n\nWalks from the lighthouse\n");
    archive.update();
    const std::string file = std::to_string(1000 + number) + ".txt";
    const Xapian::Database database(archive.database());
    return decode_article(
               database.get_document(*database.postlist_begin("Qwires/" + file)).get_data())
        .value()
        .text;
  };
  for (int number = 0; number < 50; ++number) {
    ASSERT_THAT(write(number), EndsWith("Walks from the lighthouse")) << number;
  }
  EXPECT_THAT(write(50), EndsWith("was lit on the quay."));
  EXPECT_EQ(relearned(archive).changed, 50U);
}

TEST(Repeats, OfFewArticlesAreNotLearned) {
  Archive archive;
  int left = 4;
  for (const auto& [name, bytes] : gazette()) {
    if (left-- > 0) {
      archive.write(name, bytes);
    }
  }
  archive.update();
  EXPECT_THAT(read_learned(Xapian::Database(archive.database())).lines, IsEmpty());
  EXPECT_THAT(article_of(archive, "bakery-oven.txt").text, HasSubstr("Fridays"));
}

TEST(Repeats, OfDatedFoldersAreComparedWithEachOther) {
  Archive archive;
  int day = 10;
  for (const auto& [name, bytes] : gazette()) {
    archive.write("2024-05-" + std::to_string(day++) + "/" + name.substr(kFolder.size()), bytes);
  }
  archive.update();
  const auto learned = read_learned(Xapian::Database(archive.database())).lines;
  EXPECT_EQ(learned.at("folder:0").articles, 8U);
}

TEST(Relearning, MakesOfSingleUpdatesWhatOneWouldHaveMade) {
  Archive archive;
  for (const auto& [name, bytes] : gazette()) {
    archive.write(name, bytes);
    archive.update();
  }
  const auto expected = archive.clean_build();
  ASSERT_NE(difference(archive.articles(), expected), "");
  const RelearnReport report = relearned(archive);
  EXPECT_EQ(report.articles, 8U);
  EXPECT_EQ(report.changed, 8U);
  EXPECT_EQ(report.outlets, 1U);
  EXPECT_EQ(difference(archive.articles(), expected), "");
  EXPECT_EQ(archive.update().counts.unchanged, 8U);

  EXPECT_EQ(relearned(archive).changed, 0U) << "a second time there is nothing to do";
  EXPECT_EQ(difference(archive.articles(), expected), "");
}

TEST(Relearning, PutsBackWhatRepeatsNoMore) {
  Archive archive;
  write_all(archive);
  archive.update();
  for (const char* name : {"bakery-oven", "bell-rope", "goat-census", "quiz-night"}) {
    archive.remove(kFolder + name + ".txt");
  }
  archive.update();
  EXPECT_EQ(relearned(archive).changed, 4U);
  EXPECT_THAT(article_of(archive, "ferry-cat.txt").text, HasSubstr("Get the Gazette on Fridays"));
  EXPECT_THAT(read_learned(Xapian::Database(archive.database())).lines, IsEmpty());
}

TEST(Relearning, KeepsTheInstantOfFirstIndexing) {
  Archive archive;
  UpdateOptions options;
  options.now = 1'700'000'000;
  for (const auto& [name, bytes] : gazette()) {
    archive.write(name, bytes);
    archive.update(options);
  }
  const auto instants = [&] {
    std::vector<std::string> values;
    const Xapian::Database database(archive.database());
    for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) {
      values.push_back(database.get_document(*docid).get_value(1));
    }
    return values;
  };
  const auto before = instants();
  ASSERT_EQ(relearned(archive).changed, 8U);
  EXPECT_EQ(instants(), before);
  EXPECT_FALSE(before.front().empty());
}

TEST(Relearning, OfNoDatabaseSaysSo) {
  const test::TempDir dir;
  const std::atomic<bool> never{false};
  const auto report = relearn((dir.path() / "none").string(), never);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kDatabaseMissing);
}

TEST(Relearning, InterruptedChangesNothingOrSome) {
  Archive archive;
  for (const auto& [name, bytes] : gazette()) {
    archive.write(name, bytes);
    archive.update();
  }
  const auto before = archive.articles();
  const std::atomic<bool> at_once{true};
  const auto report = relearn(archive.database(), at_once);
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->interrupted);
  EXPECT_EQ(difference(archive.articles(), before), "");
}

}  // namespace
}  // namespace lede
