// Tables read back block by block are what was written.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/table_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <random>
#include <string>

#include "tests/support/temp_dir.h"
#include "tests/unit/indexer/glass/table_reader.h"

namespace lede::glass {
namespace {

using Entries = std::map<std::string, std::string>;
using lede::test::TempDir;

// Writes and reads back; every tenth entry also from the root.
void expect_round_trip(const Entries& entries) {
  const TempDir dir;
  const std::string path = (dir.path() / "a.glass").string();
  TableWriter writer(path);
  std::vector<test::TableEntry> expected;
  for (const auto& [key, tag] : entries) {
    const bool compressed = tag.size() % 3 == 1;
    writer.add(key, tag, compressed);
    expected.push_back({key, tag, compressed});
  }
  test::TableReader reader(path, writer.finish());
  const std::vector<test::TableEntry> found = reader.entries();
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_TRUE(found[i] == expected[i]) << "entry " << i;
  }
  const std::size_t step = std::max<std::size_t>(1, expected.size() / 50);
  for (std::size_t i = 0; i < expected.size(); i += step) {
    const auto one = reader.find(expected[i].key);
    ASSERT_TRUE(one && *one == expected[i]) << "entry " << i;
  }
  EXPECT_FALSE(reader.find("no such key"));
  EXPECT_THAT(reader.problems, testing::IsEmpty());
}

std::string numbered(std::size_t number, std::size_t digits = 8) {
  const std::string bare = std::to_string(number);
  return std::string(digits - bare.size(), '0') + bare;
}

TEST(TableWriter, NoEntriesNeedNoBlock) {
  const TempDir dir;
  TableWriter writer((dir.path() / "a.glass").string());
  const TableRoot table = writer.finish();
  EXPECT_EQ(table.entries, 0U);
  EXPECT_EQ(table.blocks, 0U);
  EXPECT_EQ(std::filesystem::file_size(dir.path() / "a.glass"), 0U);
}

TEST(TableWriter, OneEntryIsRead) {
  expect_round_trip({{"key", "tag"}});
  expect_round_trip({{"key", ""}});
  expect_round_trip({{std::string(1, '\0'), "tag of the least key"}});
}

TEST(TableWriter, AHundredThousandEntriesAreRead) {
  Entries entries;
  for (std::size_t i = 0; i < 100000; ++i) {
    entries.emplace(numbered(i), std::string(i % 40, 't'));
  }
  expect_round_trip(entries);
}

TEST(TableWriter, TagsOfEverySizeAreRead) {
  std::mt19937 random(1);
  Entries entries;
  for (std::size_t size = 0; size < 4200; size += 7) {
    std::string tag(size, '\0');
    for (char& byte : tag) {
      byte = static_cast<char>(random());
    }
    entries.emplace(numbered(random() % 100000000), tag);
  }
  entries.emplace("huge", std::string(1U << 20U, 'h'));
  entries.emplace("huger", std::string((1U << 20U) + 1, 'H'));
  expect_round_trip(entries);
}

TEST(TableWriter, TagsThatJustFitOrDoNotAreRead) {
  // Around the largest item, and around the end of a block filled in steps of one byte.
  for (std::size_t before = 5900; before < 6200; before += 11) {
    Entries entries;
    for (std::size_t i = 0; i < 3; ++i) {
      entries.emplace("a" + numbered(i), std::string(before / 3, 'x'));
    }
    for (std::size_t size = 2025; size < 2045; ++size) {
      entries.emplace("b" + numbered(size), std::string(size, 'y'));
    }
    expect_round_trip(entries);
  }
}

TEST(TableWriter, LongKeysThatBeginAlikeAreRead) {
  Entries entries;
  for (std::size_t i = 0; i < 3000; ++i) {
    entries.emplace(std::string(247, 'k') + numbered(i), std::string(i % 300, 't'));
  }
  for (std::size_t length = 1; length <= 255; ++length) {
    entries.emplace(std::string(length, 'z'), std::string(100, 't'));
  }
  expect_round_trip(entries);
}

TEST(TableWriter, RandomEntriesAreRead) {
  for (unsigned seed = 1; seed <= 15; ++seed) {
    std::mt19937 random(seed);
    Entries entries;
    const std::size_t longest_key = 1 + random() % 255;
    const std::size_t longest_tag = 1 + random() % (seed % 3 == 0 ? 20000 : 200);
    for (std::size_t count = random() % 700; count > 0; --count) {
      std::string key(1 + random() % longest_key, '\0');
      for (char& byte : key) {
        byte = static_cast<char>(random() % 4 == 0 ? random() : random() % 3);
      }
      entries.emplace(key, std::string(random() % longest_tag, static_cast<char>(random())));
    }
    if (!entries.empty()) {
      expect_round_trip(entries);
    }
  }
}

TEST(TableWriter, KeysThatAreTooLongAreRefused) {
  const TempDir dir;
  TableWriter writer((dir.path() / "a.glass").string());
  EXPECT_THROW(writer.add(std::string(256, 'k'), "tag"), Xapian::DatabaseError);
  EXPECT_THROW(writer.add("", "tag"), Xapian::DatabaseError);
}

TEST(TableWriter, AFileThatIsThereIsLeftAlone) {
  const TempDir dir;
  const auto path = dir.write("a.glass", "mine");
  EXPECT_THROW(TableWriter(path.string()), Xapian::DatabaseError);
  EXPECT_EQ(lede::test::read_file(path), "mine");
}

}  // namespace
}  // namespace lede::glass
