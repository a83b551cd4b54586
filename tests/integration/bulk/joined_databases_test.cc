// Databases written in bulk are joined by Xapian into one that is equal to one written at once.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/integration/bulk/random_documents.h"
#include "tests/integration/bulk/twins.h"
#include "tests/support/database_difference.h"

namespace lede {
namespace {

constexpr int kParts = 10;
constexpr int kDocuments = 50;  // of each

// All documents, or those of one part.
std::vector<IndexDocument> documents() {
  std::mt19937 random(12);
  test::RandomShape shape;
  shape.any_bytes = true;
  test::RandomDocuments source(random, shape);
  std::vector<IndexDocument> made;
  for (int i = 0; i < kParts * kDocuments; ++i) {
    made.push_back(source.next());
  }
  return made;
}

// Writes part after part, numbered from `first_docid(part)` on.
template <typename FirstDocid>
void write_parts(const std::string& folder, const std::vector<IndexDocument>& all,
                 const FirstDocid& first_docid) {
  DocumentEncoder encoder;
  for (int part = 0; part < kParts; ++part) {
    BuilderOptions options;
    options.folder = folder + "/part" + std::to_string(part);
    options.first_docid = first_docid(part);
    DatabaseBuilder builder(options);
    for (int i = 0; i < kDocuments; ++i) {
      IndexDocument document = all[static_cast<std::size_t>(part * kDocuments + i)];
      builder.add(encoder.encode(std::move(document)));
    }
    builder.finish({}, {});
  }
}

std::string joined(const std::string& folder, unsigned flags) {
  Xapian::Database all;
  for (int part = 0; part < kParts; ++part) {
    all.add_database(Xapian::Database(folder + "/part" + std::to_string(part)));
  }
  const std::string whole = folder + "/whole";
  all.compact(whole, flags);
  return whole;
}

TEST(JoinedDatabases, TenPartsAreTheWhole) {
  test::Twins twins;
  const std::vector<IndexDocument> all = documents();
  for (const IndexDocument& document : all) {
    twins.add(document);
  }
  twins.finish();
  const test::TempDir dir;
  write_parts(dir.path().string(), all, [](int) { return 1U; });
  const std::string whole = joined(dir.path().string(), Xapian::DBCOMPACT_MULTIPASS);
  EXPECT_EQ(test::difference(Xapian::Database(whole), Xapian::Database(twins.api())), "");
  EXPECT_EQ(test::problems_of(whole), "");
}

TEST(JoinedDatabases, NumbersStayWhereEachPartHasItsOwn) {
  const test::TempDir dir;
  const std::vector<IndexDocument> all = documents();
  const auto first_docid = [](int part) { return 1U + static_cast<std::uint32_t>(part) * 40000U; };
  write_parts(dir.path().string(), all, first_docid);
  const std::string whole = joined(dir.path().string(), Xapian::DBCOMPACT_NO_RENUMBER);
  const std::string api = dir.path() / "api";
  Xapian::WritableDatabase writable(api, Xapian::DB_CREATE);
  for (int i = 0; i < kParts * kDocuments; ++i) {
    writable.replace_document(
        first_docid(i / kDocuments) + static_cast<std::uint32_t>(i % kDocuments),
        to_xapian(all[static_cast<std::size_t>(i)]));
  }
  writable.commit();
  EXPECT_EQ(test::difference(Xapian::Database(whole), writable), "");
  EXPECT_EQ(test::problems_of(whole), "");
  // And both are changed alike.
  for (Xapian::WritableDatabase database : {Xapian::WritableDatabase(whole), writable}) {
    std::mt19937 random(13);
    test::edit_at_random(database, random);
    database.commit();
  }
  EXPECT_EQ(test::difference(Xapian::Database(whole), writable), "");
  EXPECT_EQ(test::problems_of(whole), "");
}

}  // namespace
}  // namespace lede
