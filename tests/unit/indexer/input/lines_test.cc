// Sources in pieces of whole lines.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/input/decompress.h"
#include "tests/unit/indexer/input/drip_source.h"

namespace lede {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10U;

std::string numbered_lines(int count) {
  std::string lines;
  for (int i = 1; i <= count; ++i) {
    lines += "line " + std::to_string(i) + "\n";
  }
  return lines;
}

InputLimits small_pieces() {
  InputLimits limits;
  limits.piece_bytes = 64;
  return limits;
}

TEST(ReadPieces, GivesEveryByteOnceInWholeLines) {
  // Larger than the blocks the file is read in, with and without an end to the last line.
  for (const std::string& text : {numbered_lines(100000), numbered_lines(100000) + "the end"}) {
    test::DripSource file(text, kBlock);
    std::string all;
    auto read = read_pieces(file, small_pieces(), [&](std::string_view lines, std::size_t before) {
      EXPECT_EQ(before, static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n')));
      EXPECT_TRUE(all.empty() || all.back() == '\n');
      all += lines;
      return true;
    });
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(all, text);
  }
}

TEST(ReadPieces, OfAnEmptyFileAreNone) {
  const std::string bytes = "";
  test::DripSource file(bytes, kBlock);
  int pieces = 0;
  EXPECT_TRUE(read_pieces(file, {}, [&](std::string_view, std::size_t) { return ++pieces > 0; }));
  EXPECT_EQ(pieces, 0);
}

TEST(ReadPieces, StopsWhenTold) {
  const std::string bytes = numbered_lines(100000);
  test::DripSource file(bytes, kBlock);
  int pieces = 0;
  EXPECT_TRUE(read_pieces(file, small_pieces(), [&](std::string_view, std::size_t) {
    ++pieces;
    return false;
  }));
  EXPECT_EQ(pieces, 1);
}

TEST(ReadPieces, RefusesALineThatIsTooLong) {
  const std::string bytes = "short\n" + std::string(3000000, 'x') + "\n";
  test::DripSource file(bytes, kBlock);
  InputLimits limits = small_pieces();
  limits.max_file_bytes = 1000000;
  const auto read = read_pieces(file, limits, [](std::string_view, std::size_t) { return true; });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooLarge);
  EXPECT_NE(read.error().message.find("line 2"), std::string::npos) << read.error().message;
}

TEST(ReadPieces, RefusesMoreThanTheLimit) {
  const std::string bytes = numbered_lines(1000);
  test::DripSource file(bytes, kBlock);
  InputLimits limits;
  limits.max_stream_bytes = 100;
  const auto read = read_pieces(file, limits, [](std::string_view, std::size_t) { return true; });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooLarge);
}

TEST(ReadPieces, ReportsADamagedSource) {
  MemorySource packed("a.jsonl.gz", "\x1f\x8b\x08 this is no gzip");
  DecompressedSource damaged(packed, Compression::kGzip);
  EXPECT_FALSE(read_pieces(damaged, {}, [](std::string_view, std::size_t) { return true; }));
}

}  // namespace
}  // namespace lede
