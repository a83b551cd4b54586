// Archives, and files of no kind we read, in a folder that is kept in step.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/integration/update/archive.h"
#include "tests/support/packing.h"

namespace lede {
namespace {

using test::Archive;
using test::Filter;
using test::json_article;
using test::make_tar;
using test::make_zip;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string story(const std::string& title) { return title + "\n\nThe ferry sailed at six.\n"; }

TEST(Containers, MembersAreArticlesKnownByTheirPlace) {
  Archive archive;
  archive.write("old/news.zip", make_zip({{"a/one.txt", story("One"), {}},
                                          {"lines.jsonl", json_article("", "Two", "x"), {}}}));
  archive.write("plain.txt", story("Plain"));
  const UpdateResult result = archive.update();
  EXPECT_EQ(result.counts.added, 3U);
  EXPECT_THAT(archive.ids(),
              ElementsAre("old/news.zip#a/one.txt", "old/news.zip#lines.jsonl#1", "plain.txt"));
  EXPECT_EQ(archive.update().counts.unchanged, 3U);
}

TEST(Containers, OnlyMembersThatChangedAreWritten) {
  Archive archive;
  archive.write("n.tar.gz", make_tar({{"a.txt", story("One"), {}},
                                      {"b.txt", story("Two"), {}},
                                      {"c.txt", story("Three"), {}}},
                                     Filter::kGzip));
  archive.update();
  archive.write("n.tar.gz", make_tar({{"a.txt", story("One"), {}}, {"b.txt", story("Other"), {}}},
                                     Filter::kGzip));
  archive.update();
  EXPECT_THAT(archive.changes, ElementsAre("updated n.tar.gz#b.txt n.tar.gz#b.txt",
                                           "removed n.tar.gz#c.txt n.tar.gz#c.txt"));
  EXPECT_EQ(test::difference(archive.articles(), archive.clean_build()), "");
}

TEST(Containers, AMovedArchiveKeepsItsArticles) {
  Archive archive;
  archive.write("n.zip", make_zip({{"a.txt", story("One"), {}}}));
  archive.update();
  archive.rename("n.zip", "moved/n.zip");
  EXPECT_EQ(archive.update().counts.moved, 1U);
  EXPECT_THAT(archive.ids(), ElementsAre("n.zip#a.txt"));
}

TEST(Containers, ABrokenMemberFailsAloneAndIsTriedAgain) {
  Archive archive;
  archive.write("n.zip", make_zip({{"a.txt", story("One"), {}}, {"b.json", "{", {}}}));
  const UpdateResult result = archive.update();
  EXPECT_EQ(result.counts.added, 1U);
  EXPECT_EQ(result.counts.failed, 1U);
  ASSERT_THAT(archive.failures, SizeIs(1));
  EXPECT_EQ(archive.failures[0].record, "b.json");
  EXPECT_EQ(archive.update().counts.failed, 1U) << "it is not forgotten";
}

TEST(OtherFiles, AreLeftOutWithAReasonAndNotReadAgain) {
  Archive archive;
  archive.write("a.txt", story("One"));
  archive.write("photo", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  archive.write("style.css", "p { color: red }\n");
  UpdateResult result = archive.update();
  EXPECT_EQ(result.counts.skipped, 2U);
  EXPECT_EQ(result.counts.failed, 0U);
  EXPECT_THAT(archive.failures, IsEmpty());
  EXPECT_THAT(archive.skips, ElementsAre(testing::HasSubstr("photo: image/png"),
                                         testing::HasSubstr("style.css: text/")));
  result = archive.update();
  EXPECT_EQ(result.counts.skipped, 2U);
  EXPECT_EQ(result.files_read, 0U);
}

TEST(OtherFiles, ThatBecomeArticlesAreRead) {
  Archive archive;
  archive.write("a.txt", story("One"));
  archive.write("file", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  archive.update();
  archive.write("file", story("Now a text"));
  archive.update();
  EXPECT_THAT(archive.ids(), ElementsAre("a.txt", "file"));
  archive.write("file", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  EXPECT_EQ(archive.update().counts.removed, 1U);
  EXPECT_THAT(archive.ids(), ElementsAre("a.txt"));
}

TEST(OtherFiles, AskedForByNameFail) {
  Archive archive;
  archive.write("style.css", "p { color: red }\n");
  UpdateOptions options;
  options.paths = {archive.folder() + "/style.css"};
  EXPECT_EQ(archive.update(options).counts.failed, 1U);
  EXPECT_EQ(archive.update(options).counts.failed, 1U);
}

}  // namespace
}  // namespace lede
