// Archives as folders: members by their own readers, and what is refused.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "indexer/input/limits.h"
#include "indexer/readers/read_source.h"
#include "tests/support/packing.h"
#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::compressed;
using test::Filter;
using test::make_tar;
using test::make_zip;
using test::Member;
using test::read_any;
using test::ReadOutcome;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kFerryStory = "Ferry sails\n\nIt sailed at six.\n";
const std::string kLines =
    "{\"title\":\"One\",\"text\":\"first\"}\n{broken\n{\"title\":\"Three\",\"text\":\"third\"}\n";

std::vector<std::string> records(const ReadOutcome& outcome) {
  std::vector<std::string> names;
  for (const RawPage& page : outcome.pages) {
    names.push_back(page.record);
  }
  return names;
}

std::vector<std::string> failures(const ReadOutcome& outcome) {
  std::vector<std::string> said;
  for (const auto& [record, error] : outcome.failures) {
    said.push_back(record + (error.code == ErrorCode::kNoReader ? " skipped" : " failed"));
  }
  return said;
}

TEST(Archive, GivesEachMemberToItsReader) {
  const std::vector<Member> members = {
      {"news/a.txt", kFerryStory, {}},
      {"news/b.html", "<html><title>Page</title><p>It sailed.</p></html>", {}},
      {"news/lines.jsonl", kLines, {}},
      {"notes/c.md.gz", compressed("# Heading\n\nText.\n", Filter::kGzip), {}},
      {"notes/README", kFerryStory, {}},
      {"notes/style.css", "p { color: red }", {}},
      {"notes/.hidden.txt", kFerryStory, {}},
      {"__MACOSX/a.txt", kFerryStory, {}},
  };
  std::vector<std::pair<std::string, std::string>> archives = {{"a.zip", make_zip(members)}};
  for (const Filter filter :
       {Filter::kNone, Filter::kGzip, Filter::kZstd, Filter::kXz, Filter::kBzip2}) {
    archives.emplace_back("a.tar", make_tar(members, filter));
  }
  for (const auto& [name, bytes] : archives) {
    const ReadOutcome outcome = read_any(name, bytes);
    ASSERT_TRUE(outcome.result) << outcome.result.error().message;
    EXPECT_THAT(records(outcome),
                ElementsAre("news/a.txt", "news/b.html", "news/lines.jsonl#1", "news/lines.jsonl#3",
                            "notes/c.md.gz", "notes/README"));
    EXPECT_THAT(failures(outcome),
                ElementsAre("news/lines.jsonl#2 failed", "notes/style.css skipped"));
    EXPECT_THAT(outcome.failures[0].second.message,
                HasSubstr(name + ": news/lines.jsonl: line 2: "));
  }
}

TEST(Archive, MayHoldArchives) {
  const std::string inner = make_zip({{"deep.txt", kFerryStory, {}}});
  const std::string packed = make_tar({{"x/deep.txt", kFerryStory, {}}}, Filter::kZstd);
  const ReadOutcome outcome = read_any(
      "a.tar", make_tar({{"in.zip", inner, {}}, {"in.tar.zst", packed, {}}}, Filter::kGzip));
  ASSERT_TRUE(outcome.result);
  EXPECT_THAT(records(outcome), ElementsAre("in.zip#deep.txt", "in.tar.zst#x/deep.txt"));
}

TEST(Archive, NestedTooDeepIsRefusedAndTheRestRead) {
  std::string archive = make_zip({{"core.txt", kFerryStory, {}}});
  for (unsigned depth = 0; depth < kMaxDepth; ++depth) {
    archive = make_zip({{"deeper.zip", archive, {}}, {"a.txt", kFerryStory, {}}});
  }
  const ReadOutcome outcome = read_any("a.zip", archive);
  EXPECT_TRUE(outcome.result);
  EXPECT_THAT(outcome.pages, SizeIs(kMaxDepth));
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_THAT(outcome.failures[0].second.message, HasSubstr("nested more than 3 deep"));
}

TEST(Archive, NamesThatLeadOutAreRefused) {
  const ReadOutcome outcome = read_any("a.tar", make_tar({{"../../etc/a.txt", kFerryStory, {}},
                                                          {"/etc/b.txt", kFerryStory, {}},
                                                          {"news/../../c.txt", kFerryStory, {}},
                                                          {"./good.txt", kFerryStory, {}}}));
  EXPECT_TRUE(outcome.result);
  EXPECT_THAT(records(outcome), ElementsAre("good.txt"));
  ASSERT_THAT(outcome.failures, SizeIs(3));
  for (const auto& [record, error] : outcome.failures) {
    EXPECT_EQ(error.code, ErrorCode::kUnreadable);
    EXPECT_THAT(error.message, HasSubstr("leads out of the archive"));
  }
}

TEST(Archive, LinksAreNotFollowed) {
  const ReadOutcome outcome =
      read_any("a.tar", make_tar({{"link.txt", "", "/etc/passwd"}, {"good.txt", kFerryStory, {}}}));
  EXPECT_TRUE(outcome.result);
  EXPECT_THAT(records(outcome), ElementsAre("good.txt"));
  EXPECT_THAT(failures(outcome), ElementsAre("link.txt skipped"));
}

TEST(Archive, AMemberOverTheLimitFailsAlone) {
  const std::string archive =
      make_zip({{"big.txt", std::string(5000, 'x'), {}}, {"small.txt", kFerryStory, {}}});
  InputLimits limits;
  limits.max_file_bytes = 1000;
  const ReadOutcome outcome = read_any("a.zip", archive, limits);
  EXPECT_TRUE(outcome.result);
  EXPECT_THAT(records(outcome), ElementsAre("small.txt"));
  ASSERT_THAT(outcome.failures, SizeIs(1));
  EXPECT_EQ(outcome.failures[0].second.code, ErrorCode::kTooLarge);
}

TEST(Archive, MembersTogetherOverTheLimitEndIt) {
  std::vector<Member> members;
  for (int i = 0; i < 10; ++i) {
    members.push_back({std::to_string(i) + ".txt", std::string(1000, 'x'), {}});
  }
  InputLimits limits;
  limits.max_stream_bytes = 4500;
  const ReadOutcome outcome = read_any("a.zip", make_zip(members), limits);
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kTooLarge);
  EXPECT_THAT(outcome.pages, SizeIs(4));
}

TEST(Archive, AZipBombIsRefusedSoon) {
  // Half a gigabyte of one letter, in members of which each alone is within the limit.
  std::vector<Member> members;
  for (int i = 0; i < 32; ++i) {
    members.push_back(
        {std::to_string(i) + ".txt", std::string(std::size_t{1} << 20U, 'x'), {}, false, 16});
  }
  const std::string bomb = make_zip(members);
  ASSERT_LT(bomb.size(), std::size_t{1} << 20U);
  const auto begin = std::chrono::steady_clock::now();
  const ReadOutcome outcome = read_any("bomb.zip", bomb);
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kTooLarge);
  EXPECT_THAT(outcome.result.error().message, HasSubstr("200 times its size"));
  EXPECT_THAT(outcome.pages, IsEmpty()) << "it says itself what it is";
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(Archive, DamageIsReportedAfterWhatCouldBeRead) {
  const std::string archive =
      make_tar({{"a.txt", kFerryStory, {}}, {"b.txt", std::string(5000, 'x'), {}}});
  const ReadOutcome outcome = read_any("a.tar", archive.substr(0, 2500));
  EXPECT_THAT(records(outcome), ElementsAre("a.txt"));
  EXPECT_FALSE(outcome.result.has_value() && outcome.failures.empty());
  const ReadOutcome none = read_any("a.zip", "PK\3\4 and nothing else");
  ASSERT_FALSE(none.result);
  EXPECT_EQ(none.result.error().code, ErrorCode::kUnreadable);
  EXPECT_THAT(none.result.error().message, HasSubstr("a.zip"));
}

TEST(Archive, AnEmptyOneHasNoRecords) {
  for (const std::string& empty : {make_zip({}), make_tar({})}) {
    const ReadOutcome outcome = read_any("a.tar", empty);
    EXPECT_THAT(outcome.pages, IsEmpty());
    EXPECT_THAT(outcome.failures, IsEmpty());
  }
}

TEST(Archive, StopsWhenTold) {
  const std::string archive = make_zip({{"a.txt", kFerryStory, {}}, {"b.txt", kFerryStory, {}}});
  MemorySource source("a.zip", archive);
  int pages = 0;
  EXPECT_TRUE(read_source(
      source, ReadContext{"a.zip", {}},
      [&](RawPage&&) {
        ++pages;
        return false;
      },
      [](std::string_view, const Error&) {}));
  EXPECT_EQ(pages, 1);
}

}  // namespace
}  // namespace lede
