// Files in pieces of whole lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/update/file_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace lede {
namespace {

struct Piece {
  std::string lines;
  std::size_t before;
};

std::string numbered_lines(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i) {
    lines += "line " + std::to_string(i) + "\n";
  }
  return lines;
}

PieceLimits small_pieces() {
  PieceLimits limits;
  limits.piece_bytes = 64;
  return limits;
}

TEST(ReadPieces, GivesEveryByteOnceInWholeLines) {
  const test::TempDir dir;
  // Larger than the blocks the file is read in, with and without an end to the last line.
  for (const std::string& text : {numbered_lines(100000), numbered_lines(100000) + "the end"}) {
    const auto file = dir.write("a.jsonl", text);
    std::string all;
    auto read = read_pieces(file, small_pieces(), [&](std::string_view lines, std::size_t before) {
      EXPECT_EQ(before, static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n')));
      EXPECT_TRUE(all.empty() || all.back() == '\n');
      all += lines;
      return true;
    });
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(all, text);
    EXPECT_EQ(hash_file(file, small_pieces()).value(), hash_bytes(text));
  }
}

TEST(ReadPieces, OfAnEmptyFileAreNone) {
  const test::TempDir dir;
  const auto file = dir.write("a.jsonl", "");
  int pieces = 0;
  EXPECT_TRUE(read_pieces(file, {}, [&](std::string_view, std::size_t) { return ++pieces > 0; }));
  EXPECT_EQ(pieces, 0);
  EXPECT_EQ(hash_file(file, {}).value(), hash_bytes(""));
}

TEST(ReadPieces, StopsWhenTold) {
  const test::TempDir dir;
  const auto file = dir.write("a.jsonl", numbered_lines(100000));
  int pieces = 0;
  EXPECT_TRUE(read_pieces(file, small_pieces(), [&](std::string_view, std::size_t) {
    ++pieces;
    return false;
  }));
  EXPECT_EQ(pieces, 1);
}

TEST(ReadPieces, RefusesALineThatIsTooLong) {
  const test::TempDir dir;
  const auto file = dir.write("a.jsonl", "short\n" + std::string(3000000, 'x') + "\n");
  PieceLimits limits = small_pieces();
  limits.max_line_bytes = 1000000;
  const auto read = read_pieces(file, limits, [](std::string_view, std::size_t) { return true; });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooLarge);
  EXPECT_NE(read.error().message.find("line 2"), std::string::npos) << read.error().message;
}

TEST(ReadPieces, RefusesMoreThanTheLimit) {
  const test::TempDir dir;
  const auto file = dir.write("a.jsonl", numbered_lines(1000));
  PieceLimits limits;
  limits.max_bytes = 100;
  const auto read = read_pieces(file, limits, [](std::string_view, std::size_t) { return true; });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooLarge);
}

TEST(ReadPieces, ReportsAMissingAndADamagedFile) {
  const test::TempDir dir;
  const auto none = [](std::string_view, std::size_t) { return true; };
  EXPECT_EQ(read_pieces(dir.path() / "none", {}, none).error().code, ErrorCode::kNotFound);
  const auto damaged = dir.write("a.jsonl.gz", "\x1f\x8b\x08 this is no gzip");
  EXPECT_FALSE(read_pieces(damaged, {}, none));
  EXPECT_FALSE(hash_file(damaged, {}));
}

}  // namespace
}  // namespace lede
