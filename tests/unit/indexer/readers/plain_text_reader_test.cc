// Plain text files and the list of readers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/indexer/readers/read_all.h"

namespace lede {
namespace {

using test::read_all;
using test::ReadOutcome;

TEST(PlainText, IsOneScrapedPage) {
  const ReadOutcome outcome = read_all("a.txt", "Ferry sails\r\n\r\nIt sailed at six.\r\n");
  ASSERT_TRUE(outcome.result);
  ASSERT_EQ(outcome.pages.size(), 1U);
  EXPECT_EQ(outcome.pages[0].text, "Ferry sails\n\nIt sailed at six.\n");
  EXPECT_TRUE(outcome.pages[0].scraped);
  EXPECT_EQ(outcome.pages[0].record, "");
}

TEST(PlainText, AnEmptyFileFailsByName) {
  const ReadOutcome outcome = read_all("a.txt", "\n\n");
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().code, ErrorCode::kUnreadable);
  EXPECT_NE(outcome.result.error().message.find("a.txt"), std::string::npos);
}

TEST(Readers, AreFoundByEndingInAnyLetterCase) {
  EXPECT_EQ(reader_for("a.txt")->format(), "text");
  EXPECT_EQ(reader_for("A.B.TEXT")->format(), "text");
  EXPECT_EQ(reader_for("a.Json")->format(), "json");
  EXPECT_EQ(reader_for("a.ndjson")->format(), "jsonl");
  EXPECT_EQ(reader_for("a.xyz"), nullptr);
  EXPECT_EQ(reader_for("txt"), nullptr);
  EXPECT_EQ(reader_for(""), nullptr);
}

}  // namespace
}  // namespace lede
