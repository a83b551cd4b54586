// Runs that were spilled and merged say what one that stayed in memory does.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/term_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "indexer/bulk/inverter.h"
#include "indexer/bulk/list_reader.h"
#include "indexer/document_builder.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

using test::TempDir;

// Of a term: documents, collection frequency, whether it has positions, and what its list says of
// each document.
using Postings = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>>;
using Content = std::map<std::string, std::tuple<std::uint64_t, std::uint64_t, bool, Postings>>;

EncodedDocument random_document(std::mt19937& random) {
  DocumentBuilder builder;
  DocumentEncoder encoder;
  const std::size_t words = random() % 60;
  for (std::uint32_t position = 1; position <= words; ++position) {
    const std::string word = "w" + std::to_string(random() % (1 + random() % 500));
    if (random() % 3 == 0) {
      builder.add_term("X" + word, 1);
    } else {
      builder.add_posting(word, position, 1);
    }
  }
  return encoder.encode(builder.finish());
}

Content content_of(const std::vector<std::unique_ptr<TermLists>>& runs) {
  Content content;
  std::string name;
  merge_lists(runs, {[&](const ListHead& head) {
                       EXPECT_TRUE(content.empty() || content.rbegin()->first < head.name);
                       name = head.name;
                       content[name] = {head.documents, head.collection_frequency,
                                        head.has_positions, Postings()};
                       return true;
                     },
                     [&](std::string_view list) {
                       read_list(list, [&](auto docid, auto wdf, auto tag) {
                         std::get<Postings>(content[name]).emplace_back(docid, wdf, tag);
                       });
                     },
                     [] {}});
  return content;
}

class Runs : public testing::TestWithParam<std::size_t> {};

TEST_P(Runs, SayTogetherWhatOneSays) {
  const TempDir dir;
  std::mt19937 random(1);
  Inverter whole;
  Inverter part;
  std::vector<std::unique_ptr<TermLists>> runs;
  for (std::uint32_t docid = 1; docid <= 300; ++docid) {
    const EncodedDocument document = random_document(random);
    whole.add(docid * 5, document);
    part.add(docid * 5, document);
    if (docid % GetParam() == 0) {
      const std::string file = (dir.path() / std::to_string(docid)).string();
      const auto order = part.sorted();
      spill_lists(*part.lists(order), file);
      runs.push_back(spilled_lists(file));
      part.clear();
      EXPECT_TRUE(part.empty());
    }
  }
  const auto order_of_part = part.sorted();
  runs.push_back(part.lists(order_of_part));
  const auto order = whole.sorted();
  std::vector<std::unique_ptr<TermLists>> one;
  one.push_back(whole.lists(order));
  const Content expected = content_of(one);
  EXPECT_GT(expected.size(), 100U);
  EXPECT_TRUE(content_of(runs) == expected);
}

TEST(MergedLists, LeavesOutWhatIsNotWanted) {
  std::mt19937 random(5);
  Inverter inverter;
  for (std::uint32_t docid = 1; docid <= 50; ++docid) {
    inverter.add(docid, random_document(random));
  }
  const auto order = inverter.sorted();
  std::vector<std::unique_ptr<TermLists>> lists;
  lists.push_back(inverter.lists(order));
  std::size_t wanted = 0;
  std::size_t given = 0;
  merge_lists(lists, {[&](const ListHead& head) {
                        EXPECT_EQ(head.has_positions, !head.name.starts_with('X')) << head.name;
                        wanted += head.has_positions ? 1 : 0;
                        return head.has_positions;
                      },
                      [&](std::string_view) { ++given; }, [] {}});
  EXPECT_EQ(given, wanted);
  EXPECT_LT(given, order.size());
}

INSTANTIATE_TEST_SUITE_P(OfSoManyDocuments, Runs, testing::Values(1, 7, 100, 150, 299, 300));

TEST(TermLists, SortAllTermsByTheirBytes) {
  std::mt19937 random(2);
  DocumentBuilder builder;
  DocumentEncoder encoder;
  for (int i = 0; i < 5000; ++i) {
    std::string name(1 + random() % 12, '\0');
    for (char& byte : name) {
      constexpr char kBytes[] = {'\0', 'a', '\x7f', '\xff'};
      byte = kBytes[random() % sizeof kBytes];
    }
    builder.add_term(name, 1);
  }
  Inverter inverter;
  inverter.add(1, encoder.encode(builder.finish()));
  const auto order = inverter.sorted();
  const auto lists = inverter.lists(order);
  std::string last;
  ListHead head;
  std::size_t count = 0;
  for (; lists->next(head); ++count) {
    ASSERT_LT(last, head.name) << count;
    last = head.name;
  }
  EXPECT_EQ(count, order.size());
}

TEST(TermLists, AListThatIsNotAskedForIsSkipped) {
  const TempDir dir;
  std::mt19937 random(3);
  Inverter inverter;
  for (std::uint32_t docid = 1; docid <= 50; ++docid) {
    inverter.add(docid, random_document(random));
  }
  const auto order = inverter.sorted();
  const std::string file = (dir.path() / "run").string();
  spill_lists(*inverter.lists(order), file);
  const auto some = spilled_lists(file);
  const auto all = inverter.lists(order);
  ListHead one;
  ListHead other;
  for (int i = 0; all->next(other); ++i) {
    ASSERT_TRUE(some->next(one));
    ASSERT_EQ(one.name, other.name);
    if (i % 3 == 0) {
      ASSERT_EQ(some->list(), all->list());
    }
  }
  EXPECT_FALSE(some->next(one));
}

TEST(TermLists, ARunThatWasCutOffIsAnError) {
  const TempDir dir;
  std::mt19937 random(4);
  Inverter inverter;
  for (std::uint32_t docid = 1; docid <= 50; ++docid) {
    inverter.add(docid, random_document(random));
  }
  const std::string file = (dir.path() / "run").string();
  const auto order = inverter.sorted();
  spill_lists(*inverter.lists(order), file);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  const auto lists = spilled_lists(file);
  EXPECT_THROW(
      {
        ListHead head;
        while (lists->next(head)) {
          static_cast<void>(lists->list());
        }
      },
      Xapian::DatabaseError);
  EXPECT_THROW(static_cast<void>(spilled_lists((dir.path() / "none").string())),
               Xapian::DatabaseError);
}

}  // namespace
}  // namespace lede
