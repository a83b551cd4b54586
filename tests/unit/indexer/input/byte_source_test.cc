// Sources of bytes: the look at their beginning, limits, compression told by content.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/byte_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/input/decompress.h"
#include "indexer/input/file.h"
#include "indexer/input/limits.h"
#include "tests/support/packing.h"
#include "tests/support/temp_dir.h"
#include "tests/unit/indexer/input/drip_source.h"

namespace lede {
namespace {

using test::DripSource;
using test::Filter;
using testing::HasSubstr;

std::string numbers(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += std::to_string(i * 7919 % 10007) + " ";
  }
  return text;
}

TEST(HeadSource, GivesWhatWasLookedAtOnceMore) {
  const std::string text = numbers(5000);
  for (const std::size_t block : {1U, 100U, 4096U, 5000U, 100000U}) {
    DripSource drip(text, block);
    HeadSource source(drip);
    EXPECT_EQ(source.head().value(), text.substr(0, kHeadBytes)) << block;
    EXPECT_EQ(read_all(source, text.size()).value(), text) << block;
  }
}

TEST(HeadSource, OfAShortSourceIsAllOfIt) {
  for (const std::string text : {"", "a", "abc"}) {
    DripSource drip(text, 1);
    HeadSource source(drip);
    EXPECT_EQ(source.head().value(), text);
    EXPECT_EQ(read_all(source, 10).value(), text);
  }
}

TEST(HeadSource, CanGoBackWhereTheSourceCan) {
  MemorySource memory("a", "0123456789");
  HeadSource source(memory);
  EXPECT_EQ(source.head().value(), "0123456789");
  ASSERT_TRUE(source.seek(4));
  EXPECT_EQ(read_all(source, 10).value(), "456789");
  EXPECT_FALSE(source.seek(11));
  DripSource drip("0123", 2);
  EXPECT_FALSE(HeadSource(drip).seek(0));
}

TEST(ReadAll, RefusesMoreThanTheLimitAndTakesTheLimitItself) {
  DripSource drip("12345", 2);
  EXPECT_EQ(read_all(drip, 5).value(), "12345");
  DripSource longer("123456", 2);
  EXPECT_EQ(read_all(longer, 5).error().code, ErrorCode::kTooLarge);
}

TEST(FileSource, SaysWhatItsFileIs) {
  const test::TempDir dir;
  const auto file = FileSource::open(dir.write("a.txt", "12345"));
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ((*file)->size(), 5U);
  EXPECT_GT((*file)->mtime(), 0);
  EXPECT_EQ(read_all(**file, 5).value(), "12345");
  ASSERT_TRUE((*file)->seek(3));
  EXPECT_EQ((*file)->next().value(), "45");
}

TEST(FileSource, LargerThanTheLimitIsRefusedUnread) {
  const test::TempDir dir;
  const auto path = dir.write("sparse.txt", "");
  std::filesystem::resize_file(path, std::uintmax_t{1} << 40U);
  const auto file = FileSource::open(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(read_all(**file, std::size_t{64} << 20U).error().code, ErrorCode::kTooLarge);
}

TEST(Decompressed, IsToldByContent) {
  const std::string text = numbers(100);
  for (const Filter filter : {Filter::kGzip, Filter::kZstd, Filter::kXz, Filter::kBzip2}) {
    const std::string packed = test::compressed(text, filter);
    const Compression compression = compression_of(packed);
    ASSERT_NE(compression, Compression::kNone) << static_cast<int>(filter);
    MemorySource memory("a", packed);
    DecompressedSource source(memory, compression);
    EXPECT_EQ(read_all(source, text.size()).value(), text);
  }
  for (const char* plain : {"", "BZh", "BZhang writes", "\x1f\x8b", "PK\3\4"}) {
    EXPECT_EQ(compression_of(plain), Compression::kNone) << plain;
  }
}

TEST(Decompressed, ABombIsRefusedBeforeItUnpacks) {
  // Ten gigabytes of zeros are ten megabytes of gzip: made of one member over and over.
  const std::string member =
      test::compressed(std::string(std::size_t{16} << 20U, '\0'), Filter::kGzip);
  std::string bomb;
  for (int i = 0; i < 640; ++i) {
    bomb += member;
  }
  DripSource drip(bomb, std::size_t{256} << 10U);  // as from a file
  DecompressedSource source(drip, Compression::kGzip);
  std::uint64_t unpacked = 0;
  while (true) {
    const auto block = source.next();
    if (!block) {
      EXPECT_EQ(block.error().code, ErrorCode::kTooLarge);
      EXPECT_THAT(block.error().message, HasSubstr("200 times its size"));
      break;
    }
    ASSERT_FALSE(block->empty()) << "it was unpacked whole";
    unpacked += block->size();
  }
  EXPECT_LT(unpacked, kRatioFreeBytes + (std::uint64_t{1} << 20U));
}

TEST(Decompressed, WhatIsCutOffOrDamagedIsUnreadable) {
  const std::string packed = test::compressed(numbers(20000), Filter::kGzip);
  for (const std::string& broken :
       {packed.substr(0, packed.size() / 2), packed.substr(0, 5),
        packed.substr(0, packed.size() - 4), std::string("\x1f\x8b\x08 this is no gzip")}) {
    MemorySource memory("a.gz", broken);
    DecompressedSource source(memory, Compression::kGzip);
    const auto read = read_all(source, 1 << 20);
    ASSERT_FALSE(read) << broken.size();
    EXPECT_EQ(read.error().code, ErrorCode::kUnreadable);
    EXPECT_THAT(read.error().message, HasSubstr("a.gz"));
  }
}

}  // namespace
}  // namespace lede
