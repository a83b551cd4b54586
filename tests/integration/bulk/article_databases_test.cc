// Articles indexed with either writer give equal databases, and stay equal while they change.
// LEDE_NEWS_JSONL names files of articles, with ":" between them, to do it with as well.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdlib>
#include <random>
#include <sstream>
#include <string>

#include "indexer/update/update.h"
#include "tests/support/database_difference.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

// The same for both, or each article would tell when it was first indexed.
constexpr std::int64_t kNow = 1700000000;

// Indexes `source` with both writers and compares; `memory` is that of each.
void expect_equal_databases(const std::string& source, std::size_t memory, std::size_t queries) {
  const test::TempDir dir;
  const std::string in_bulk = dir.path() / "bulk";
  const std::string by_api = dir.path() / "api";
  UpdateOptions options;
  options.paths = {source};
  options.now = kNow;
  options.memory = memory;
  for (const WriterRequest writer : {WriterRequest::kBulk, WriterRequest::kApi}) {
    options.writer = writer;
    options.database = writer == WriterRequest::kBulk ? in_bulk : by_api;
    const auto result = update(options, {}, {});
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_GT(result->articles, 0U);
  }
  EXPECT_EQ(test::difference(Xapian::Database(in_bulk), Xapian::Database(by_api)), "");
  EXPECT_EQ(test::problems_of(in_bulk), "");
  std::mt19937 random(14);
  EXPECT_EQ(
      test::answer_difference(Xapian::Database(in_bulk), Xapian::Database(by_api), queries, random),
      "");
  for (const std::string& path : {in_bulk, by_api}) {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    const Xapian::docid last = database.get_lastdocid();
    for (Xapian::docid docid = 1; docid <= last; docid += 3) {
      // Read whole now: what is not read yet goes with the document.
      const auto document = Xapian::Document::unserialise(database.get_document(docid).serialise());
      database.replace_document(1 + (docid * 7) % last, document);
      database.delete_document(docid);
      database.add_document(document);
    }
    database.commit();
  }
  EXPECT_EQ(test::difference(Xapian::Database(in_bulk), Xapian::Database(by_api)), "");
  EXPECT_EQ(test::problems_of(in_bulk), "");
}

TEST(ArticleDatabases, OfTheCorpusAreEqual) {
  constexpr std::size_t kQueries = 1000;
  expect_equal_databases(LEDE_SOURCE_DIR "/corpus", std::size_t{512} << 20U, kQueries);
}

TEST(ArticleDatabases, WithTinyMemoryAreEqual) {
  expect_equal_databases(LEDE_SOURCE_DIR "/corpus/story", std::size_t{1} << 20U, 100);
}

TEST(ArticleDatabases, OfNewsAreEqual) {
  const char* files = std::getenv("LEDE_NEWS_JSONL");  // NOLINT(concurrency-mt-unsafe)
  if (files == nullptr) {
    GTEST_SKIP() << "set LEDE_NEWS_JSONL to compare databases of news";
  }
  constexpr std::size_t kQueries = 1000;
  std::istringstream names(files);
  for (std::string name; std::getline(names, name, ':');) {
    SCOPED_TRACE(name);
    expect_equal_databases(name, std::size_t{128} << 20U, kQueries);
  }
}

}  // namespace
}  // namespace lede
