// What is compressed here is what zlib, and so Xapian, inflates.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/deflate.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>
#include <string>

namespace lede::glass {
namespace {

constexpr int kRawDeflate = -15;

std::string inflated(const std::string& bytes, std::size_t size) {
  std::string out(size + 1, '\0');
  z_stream stream = {};
  EXPECT_EQ(inflateInit2(&stream, kRawDeflate), Z_OK);
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  EXPECT_EQ(stream.avail_in, 0U) << "the stream ends with the tag";
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Deflate, GivesWhatZlibReads) {
  std::mt19937 random(1);
  for (const int level : {1, 6, 9, 12}) {
    Deflater deflater(level);
    for (const std::size_t size : {50U, 1000U, 70000U, 1000000U}) {
      std::string bytes(size, '\0');
      for (char& byte : bytes) {
        byte = static_cast<char>('a' + random() % 4);
      }
      std::string out;
      ASSERT_TRUE(deflater.compress(bytes + bytes, out)) << size;
      EXPECT_LT(out.size(), 2 * size);
      EXPECT_TRUE(inflated(out, 2 * size) == bytes + bytes) << size;
    }
  }
}

TEST(Deflate, RefusesWhatWouldNotBeShorter) {
  Deflater deflater(6);
  std::string out;
  EXPECT_FALSE(deflater.compress("", out));
  EXPECT_FALSE(deflater.compress("a", out));
  EXPECT_FALSE(deflater.compress("abcdefgh", out));
  std::mt19937 random(2);
  std::string noise(5000, '\0');
  for (char& byte : noise) {
    byte = static_cast<char>(random());
  }
  EXPECT_FALSE(deflater.compress(noise, out));
}

}  // namespace
}  // namespace lede::glass
