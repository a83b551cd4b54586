// What was learned of repeated lines, kept in a database.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/learned_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/schema.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class LearnedStoreTest : public testing::Test {
 protected:
  MetadataSink put() {
    return [this](const std::string& key, const std::string& value) {
      database_.set_metadata(key, value);
    };
  }

  const test::TempDir dir_;
  Xapian::WritableDatabase database_{(dir_.path() / "db").string(), Xapian::DB_CREATE};
};

TEST_F(LearnedStoreTest, KeepsWhatIsPut) {
  const RepeatedLines lines{"The Gazette", 40, {{1, 37}, {0xffffffffffffffffULL, 5}}};
  const std::string long_key = "name:" + std::string(400, 'x');
  write_repeats("name:the gazette", lines, put());
  write_repeats(long_key, {"Xs", 60, {}}, put());
  write_sampled_folder("folder:0:wires", put());

  const LearnedStore learned = read_learned(database_);
  ASSERT_THAT(learned.lines, SizeIs(2));
  const RepeatedLines& again = learned.lines.at("name:the gazette");
  EXPECT_EQ(again.outlet, "The Gazette");
  EXPECT_EQ(again.articles, 40U);
  EXPECT_EQ(again.lines, lines.lines);
  EXPECT_EQ(learned.lines.at(long_key).articles, 60U);
  EXPECT_THAT(learned.folders, ElementsAre("folder:0:wires"));
  EXPECT_THAT(learned_keys(database_), SizeIs(3));
}

TEST_F(LearnedStoreTest, LeavesDamageOut) {
  write_repeats("host:a.example", {"a.example", 9, {{1, 2}}}, put());
  const std::string key = boolean_term(meta::kRepeatsPrefix, "host:a.example");
  const std::string whole = database_.get_metadata(key);
  for (std::size_t length = 0; length < 41; ++length) {
    database_.set_metadata(key, whole.substr(0, length));
    EXPECT_THAT(read_learned(database_).lines, IsEmpty()) << length;
  }
  database_.set_metadata(key, "\2" + whole.substr(1));
  EXPECT_THAT(read_learned(database_).lines, IsEmpty()) << "of another version";
}

TEST_F(LearnedStoreTest, OfANewDatabaseIsEmpty) {
  EXPECT_THAT(read_learned(Xapian::Database()).lines, IsEmpty());
  EXPECT_THAT(learned_keys(database_), IsEmpty());
}

}  // namespace
}  // namespace lede
