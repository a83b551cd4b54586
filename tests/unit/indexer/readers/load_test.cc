// Loading files: compression by name, limits, and what is not a file.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/load.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include "indexer/input/decompress.h"
#include "tests/support/packing.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

using test::compressed;
using test::Filter;
using test::TempDir;

const std::string kText = "The ferry sails at six.\n";

TEST(Load, ReadsAPlainFileWhole) {
  const TempDir dir;
  const std::string big(700000, 'x');
  const auto loaded = load_file(dir.write("a.txt", big));
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->bytes, big);
  EXPECT_EQ(loaded->name, "a.txt");
}

TEST(Load, UncompressesByContentAndCutsTheSuffixInAnyLetterCase) {
  const TempDir dir;
  const std::string gzip = compressed(kText, Filter::kGzip);
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.txt.gz", gzip},
      {"b.JSONL.GZ", gzip},
      {"c.txt.zst", compressed(kText, Filter::kZstd)},
      {"d.txt.xz", compressed(kText, Filter::kXz)},
      {"e.txt.bz2", compressed(kText, Filter::kBzip2)},
      {"two.txt.gz", gzip + gzip},
  };
  for (const auto& [name, bytes] : files) {
    const auto loaded = load_file(dir.write(name, bytes));
    ASSERT_TRUE(loaded) << name << ": " << loaded.error().message;
    EXPECT_EQ(loaded->bytes, name == "two.txt.gz" ? kText + kText : kText) << name;
    EXPECT_EQ(loaded->name, name.substr(0, name.rfind('.'))) << name;
  }
}

TEST(Load, AnEmptyFileIsEmptyCompressedOrNot) {
  const TempDir dir;
  EXPECT_EQ(load_file(dir.write("a.txt", ""))->bytes, "");
  const auto loaded = load_file(dir.write("a.txt.gz", compressed("", Filter::kGzip)));
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->bytes, "");
}

TEST(Load, ACompressionBombStopsAtTheLimit) {
  const TempDir dir;
  const std::string bomb = compressed(std::string(std::size_t{10} << 20, '0'), Filter::kGzip);
  ASSERT_LT(bomb.size(), 20000U);
  const auto loaded = load_file(dir.write("bomb.txt.gz", bomb), {.max_bytes = 1 << 20});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kTooLarge);
  EXPECT_NE(loaded.error().message.find("1048576"), std::string::npos) << loaded.error().message;
  EXPECT_NE(loaded.error().message.find("bomb.txt.gz"), std::string::npos);
}

TEST(Load, TheLimitItselfStillLoads) {
  const TempDir dir;
  const auto path = dir.write("a.txt", std::string(1000, 'a'));
  EXPECT_TRUE(load_file(path, {.max_bytes = 1000}));
  EXPECT_EQ(load_file(path, {.max_bytes = 999}).error().code, ErrorCode::kTooLarge);
  const auto packed = dir.write("a.txt.gz", compressed(std::string(1000, 'a'), Filter::kGzip));
  EXPECT_TRUE(load_file(packed, {.max_bytes = 1000}));
  EXPECT_EQ(load_file(packed, {.max_bytes = 999}).error().code, ErrorCode::kTooLarge);
}

TEST(Load, DamagedCompressionIsUnreadable) {
  const TempDir dir;
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += std::to_string(i * 7919 % 10007) + " ";
  }
  const std::string gzip = compressed(text, Filter::kGzip);
  const std::string zstd = compressed(text, Filter::kZstd);
  const std::vector<std::pair<std::string, std::string>> files = {
      {"cut.txt.gz", gzip.substr(0, gzip.size() / 2)},
      {"cut.txt.zst", zstd.substr(0, zstd.size() / 2)},
      {"tiny.txt.gz", gzip.substr(0, 5)},
      {"tail.txt.gz", gzip.substr(0, gzip.size() - 12)},
  };
  for (const auto& [name, bytes] : files) {
    const auto loaded = load_file(dir.write(name, bytes));
    ASSERT_FALSE(loaded) << name;
    EXPECT_EQ(loaded.error().code, ErrorCode::kUnreadable) << name;
    EXPECT_NE(loaded.error().message.find(name), std::string::npos);
  }
}

TEST(Load, RefusesWhatIsNotAFileWithoutWaiting) {
  const TempDir dir;
  const auto pipe = dir.path() / "pipe.txt";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(load_file(pipe).error().code, ErrorCode::kUnreadable);
  EXPECT_NE(load_file(pipe).error().message.find("pipe, not a regular file"), std::string::npos);
  EXPECT_EQ(load_file(dir.path()).error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(load_file("/dev/zero").error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(load_file(dir.path() / "none.txt").error().code, ErrorCode::kNotFound);
}

TEST(Load, ContentDecidesAndNotTheName) {
  const TempDir dir;
  const auto plain = load_file(dir.write("plain.txt.gz", kText));
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->bytes, kText);
  EXPECT_EQ(plain->name, "plain.txt");
  const auto packed = load_file(dir.write("packed.txt", compressed(kText, Filter::kGzip)));
  ASSERT_TRUE(packed);
  EXPECT_EQ(packed->bytes, kText);
}

TEST(Load, CutsOnlyCompressionSuffixes) {
  EXPECT_EQ(without_compression_suffix("a.html.zst"), "a.html");
  EXPECT_EQ(without_compression_suffix("a.Txt.Gz"), "a.Txt");
  EXPECT_EQ(without_compression_suffix("a.txt"), "a.txt");
  EXPECT_EQ(without_compression_suffix(".gz"), ".gz");
}

}  // namespace
}  // namespace lede
