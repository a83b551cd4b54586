// Statistics and the version file that holds them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/version_file.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>

#include "indexer/glass/encoding.h"
#include "tests/support/temp_dir.h"

namespace lede::glass {
namespace {

const std::string kUuid = "0123456789abcdef";

TEST(VersionFile, CountsDocumentsAndTheirLengths) {
  Statistics statistics;
  for (const std::uint32_t length : {7U, 0U, 3U, 9U}) {
    statistics.count(statistics.last_docid + 2, length);
  }
  EXPECT_EQ(statistics.documents, 4U);
  EXPECT_EQ(statistics.last_docid, 8U);
  EXPECT_EQ(statistics.total_length, 19U);
  EXPECT_EQ(statistics.shortest_length, 3U) << "empty documents do not count";
  EXPECT_EQ(statistics.longest_length, 9U);
}

TEST(VersionFile, AloneMakesAnEmptyDatabaseThatXapianOpens) {
  const lede::test::TempDir dir;
  for (const char* table : {"postlist.glass", "termlist.glass"}) {
    dir.write(table, "");
  }
  dir.write("iamglass", version_file({}, {}, kUuid));
  const Xapian::Database database(dir.path().string());
  EXPECT_EQ(database.get_doccount(), 0U);
  EXPECT_EQ(database.get_uuid(), "30313233-3435-3637-3839-616263646566");
}

// Xapian knows the longest document from the difference to the highest frequency, which must not
// wrap: a document of length 0 may have a term that counts.
TEST(VersionFile, ALongestDocumentBelowTheHighestFrequencyDoesNotWrap) {
  Statistics statistics;
  statistics.count(1, 3);
  statistics.highest_wdf = 5;
  std::string tail;
  for (const std::uint64_t number : {1U, 0U, 3U, 5U, 0U, 0U, 3U, 0U}) {
    append_uint(tail, number);
  }
  EXPECT_TRUE(version_file(statistics, {}, kUuid).ends_with(tail));
}

TEST(VersionFile, TheWriterIsProvedWithTheXapianInUse) {
  EXPECT_TRUE(is_proved_with_this_xapian()) << Xapian::version_string();
}

}  // namespace
}  // namespace lede::glass
