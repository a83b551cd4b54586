// Which article a record is: ids stay with their articles, and none is lost for want of one.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/document.h"
#include "tests/integration/update/archive.h"

namespace lede {
namespace {

using test::Archive;
using test::expect_whole;
using test::json_article;
using test::plain;
using testing::ElementsAre;

TEST(Identity, TakesAMovedFileForTheSameArticles) {
  Archive archive;
  archive.write("a.jsonl", json_article("", "One", "First.") + json_article("x", "Two", "Second."));
  archive.write("other.txt", plain("Other"));
  UpdateOptions options;
  options.now = 1000;
  archive.update(options);
  archive.rename("a.jsonl", "moved/b.jsonl");
  options.now = 2000;
  const auto result = archive.update(options);
  EXPECT_EQ(result.counts.moved, 2U);
  EXPECT_EQ(result.counts.unchanged, 3U);
  EXPECT_EQ(result.counts.added + result.counts.updated + result.counts.removed, 0U);
  EXPECT_THAT(archive.changes,
              ElementsAre("moved a.jsonl#1 moved/b.jsonl#1", "moved x moved/b.jsonl#2"));
  EXPECT_EQ(first_indexed(Xapian::Database(archive.database()).get_document(1)), 1000);
  expect_whole(archive);

  // The id stays when the moved file changes.
  archive.write("moved/b.jsonl",
                json_article("", "One", "Changed.") + json_article("x", "Two", "Second."));
  archive.update(options);
  EXPECT_THAT(archive.changes, ElementsAre("updated a.jsonl#1 moved/b.jsonl#1"));
  // And a new file at the old place is another article.
  archive.write("a.jsonl", json_article("", "Three", "Third."));
  archive.update(options);
  EXPECT_THAT(archive.ids(), ElementsAre("a.jsonl#1", "a.jsonl#1@0:a.jsonl#1", "other.txt", "x"));
  expect_whole(archive);
}

TEST(Identity, TakesOneOfTwoCopiesForTheMovedFile) {
  Archive archive;
  archive.write("a.txt", plain("Alpha"));
  archive.update();
  archive.rename("a.txt", "b.txt");
  archive.write("c.txt", plain("Alpha"));
  archive.update();
  EXPECT_THAT(archive.changes, ElementsAre("moved a.txt b.txt", "added c.txt c.txt"));
  expect_whole(archive);
}

TEST(Identity, LosesNoArticleWhoseIdIsTaken) {
  Archive archive;
  archive.write("a.jsonl",
                json_article("x", "One", "First.") + json_article("x", "Two", "Second."));
  archive.write("b.jsonl", json_article("x", "Three", "Third."));
  archive.update();
  EXPECT_THAT(archive.ids(), ElementsAre("x", "x@0:a.jsonl#2", "x@0:b.jsonl#1"));
  EXPECT_EQ(archive.update().counts.unchanged, 3U);
  expect_whole(archive);

  // When the first one goes, the next has its id.
  archive.remove("a.jsonl");
  archive.update();
  EXPECT_THAT(archive.ids(), ElementsAre("x"));
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
  expect_whole(archive);
}

TEST(Identity, FollowsAnArticleFromOneFileToAnother) {
  Archive archive;
  archive.write("b.jsonl",
                json_article("x", "One", "First.") + json_article("y", "Two", "Second."));
  UpdateOptions options;
  options.now = 1000;
  archive.update(options);
  archive.write("a.jsonl", json_article("x", "One", "First."));  // read before b.jsonl
  archive.write("b.jsonl", json_article("y", "Two", "Second."));
  options.now = 2000;
  archive.update(options);
  EXPECT_THAT(archive.ids(), ElementsAre("x", "y"));
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");

  // In a file that replaces another one: the same article, in the same place of the index.
  archive.remove("b.jsonl");
  archive.write("c.jsonl",
                json_article("y", "Two", "Second.") + json_article("z", "New", "Third."));
  archive.update(options);
  EXPECT_THAT(archive.changes, ElementsAre("moved y c.jsonl#1", "added z c.jsonl#2"));
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
}

TEST(Identity, KeepsSourceFoldersApart) {
  Archive archive;
  archive.write("one/a.txt", plain("Alpha"));
  archive.write("two/a.txt", plain("Other"));
  UpdateOptions options;
  options.paths = {archive.folder() + "/one", archive.folder() + "/two"};
  archive.update(options);
  EXPECT_THAT(archive.ids(), ElementsAre("a.txt", "a.txt@1:a.txt"));
  expect_whole(archive);
}

}  // namespace
}  // namespace lede
