// Documents in the pieces that the tables take are the documents, as Xapian reads them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/bulk/encoded_document.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/bulk/database_builder.h"
#include "indexer/document_builder.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

using Positions = std::set<std::uint32_t>;

// Dense, sparse, regular and lonely ones, near 0 and near the end.
Positions random_positions(std::mt19937& random) {
  const std::size_t count = 1 + random() % (random() % 20 == 0 ? 5000 : 40);
  const std::uint64_t width = std::uint64_t{1} << (random() % 33);
  const std::uint64_t start = random() % 2 == 0 ? 0 : (std::uint64_t{1} << 32U) - width;
  const std::uint64_t step = random() % 4;
  Positions positions;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t at = step > 0 ? (i * step) % width : random() % width;
    positions.insert(static_cast<std::uint32_t>(start + at));
  }
  if (positions == Positions{0, 1}) {
    positions.insert(2);  // Xapian's own writer and reader lose the 0 of these two
  }
  return positions;
}

TEST(EncodedDocument, XapianReadsAllPositions) {
  std::mt19937 random(1);
  std::map<std::string, Positions> expected;
  DocumentBuilder builder;
  for (int i = 0; i < 2000; ++i) {
    const std::string name = "t" + std::to_string(i);
    expected[name] = random_positions(random);
    for (const std::uint32_t position : expected[name]) {
      builder.add_posting(name, position, 1);
    }
  }
  const test::TempDir dir;
  BuilderOptions options;
  options.folder = (dir.path() / "db").string();
  DatabaseBuilder database_builder(options);
  DocumentEncoder encoder;
  database_builder.add(encoder.encode(builder.finish()));
  database_builder.finish({}, {});
  const Xapian::Database database(options.folder);
  for (const auto& [name, positions] : expected) {
    const Positions found(database.positionlist_begin(1, name), database.positionlist_end(1, name));
    ASSERT_EQ(found, positions) << name;
  }
}

TEST(EncodedDocument, KnowsItsLengthAndItsPieces) {
  DocumentBuilder builder;
  builder.add_posting("a", 3, 2);
  builder.add_term("b", 5);
  builder.add_value(2, "value");
  builder.set_data("data");
  DocumentEncoder encoder;
  const EncodedDocument document = encoder.encode(builder.finish());
  EXPECT_EQ(document.length, 7U);
  ASSERT_EQ(document.postings.size(), 2U);
  EXPECT_EQ(document.name_of(document.postings[1]), "b");
  EXPECT_EQ(document.positions_of(document.postings[0]), "\x03");
  EXPECT_EQ(document.positions_of(document.postings[1]), "");
  EXPECT_EQ(document.values.at(0).bytes, "value");
  EXPECT_EQ(document.data, "data");
}

TEST(EncodedDocument, OnlyLongTermListsAreCompressed) {
  DocumentEncoder encoder;
  DocumentBuilder builder;
  builder.add_term("one", 1);
  EXPECT_FALSE(encoder.encode(builder.finish()).termlist_is_compressed);
  EXPECT_EQ(encoder.encode(builder.finish()).termlist, "");
  for (int i = 0; i < 100; ++i) {
    builder.add_term("term" + std::to_string(i), 1);
  }
  EXPECT_TRUE(encoder.encode(builder.finish()).termlist_is_compressed);
}

}  // namespace
}  // namespace lede
