// What is remembered of a file survives being stored, and damage is noticed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_state.h"

#include <gtest/gtest.h>

#include "common/schema.h"

namespace lede {
namespace {

FileState some_state() {
  FileState state;
  state.size = 1234567;
  state.mtime = 1717113600123456789;
  state.hash = hash_bytes("some bytes");
  state.records = 20000;
  state.failed = 3;
  state.text_bytes = 987654321;
  return state;
}

TEST(FileStateTest, SurvivesBeingStored) {
  FileState state = some_state();
  for (const bool incomplete : {false, true}) {
    for (const bool displaced : {false, true}) {
      state.incomplete = incomplete;
      state.displaced = displaced;
      state.born = displaced ? "dir/before.txt" : "";
      const FileKey key{7, "dir/ünïcode.txt"};
      const auto stored = decode_state(encode_state(key, state));
      ASSERT_TRUE(stored);
      EXPECT_EQ(stored->key, key);
      EXPECT_EQ(stored->state, state);
    }
  }
}

TEST(FileStateTest, KeepsTimesBefore1970) {
  FileState state;
  state.mtime = -5;
  EXPECT_EQ(decode_state(encode_state({0, "a"}, state))->state.mtime, -5);
}

TEST(FileStateTest, IsNothingWhenCutOffOrOfAnotherVersion) {
  const std::string whole = encode_state({0, ""}, some_state());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_state(whole.substr(0, size))) << size;
  }
  std::string other = whole;
  other[0] = 99;
  EXPECT_FALSE(decode_state(other));
}

TEST(FileKeyTest, IsReadableInTheDatabase) {
  EXPECT_EQ(to_string({12, "dir/a.txt"}), "12:dir/a.txt");
  EXPECT_EQ(metadata_key({12, "dir/a.txt"}), "lede.file.12:dir/a.txt");
}

TEST(FileKeyTest, KeepsLongPathsApart) {
  const FileKey one{0, std::string(1000, 'x') + "1"};
  const FileKey other{0, std::string(1000, 'x') + "2"};
  EXPECT_NE(metadata_key(one), metadata_key(other));
  EXPECT_LE(metadata_key(one).size(), kMaxTermBytes);
  EXPECT_EQ(decode_state(encode_state(one, {}))->key, one);
}

TEST(FileHasherTest, GivesTheSameHashInAnyPieces) {
  FileHasher hasher;
  hasher.add("some ");
  hasher.add("");
  hasher.add("bytes");
  EXPECT_EQ(hasher.hash(), hash_bytes("some bytes"));
  EXPECT_NE(hasher.hash(), hash_bytes("some byteS"));
}

}  // namespace
}  // namespace lede
