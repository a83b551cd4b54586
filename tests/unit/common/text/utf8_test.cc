// Broken UTF-8 is read as ICU reads it, and repaired.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/utf8.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <vector>

namespace lede {
namespace {

using namespace std::string_literals;

// ICU turns each ill-formed sequence into one U+FFFD, by the same practice.
std::string repaired_by_icu(const std::string& bytes) {
  std::string out;
  icu::UnicodeString::fromUTF8(bytes).toUTF8String(out);
  return out;
}

// Bytes that begin, continue and break sequences, more often than chance would.
std::string random_bytes(std::mt19937& random) {
  const std::string kTelling = "a\x80\xBF\xC1\xC2\xDF\xE0\xA0\x9F\xED\xEF\xF0\x90\xF4\x8F\xF5\xFF";
  std::string bytes;
  const std::size_t length = random() % 12;
  for (std::size_t i = 0; i < length; ++i) {
    bytes += random() % 8 == 0 ? static_cast<char>(random() % 256)
                               : kTelling[random() % kTelling.size()];
  }
  return bytes;
}

TEST(Utf8, RepairsWhatIsBroken) {
  EXPECT_EQ(repair_utf8("a\xFFz").text, "a\uFFFDz");
  EXPECT_EQ(repair_utf8("a\xFFz").replacements, 1U);
  EXPECT_EQ(repair_utf8("\xE2\x82").text, "\uFFFD");
  EXPECT_EQ(repair_utf8("\xC0\xAF").replacements, 2U);
  EXPECT_EQ(repair_utf8("\xED\xA0\x80").replacements, 3U);
  EXPECT_EQ(repair_utf8("naïve 日本 😀").text, "naïve 日本 😀");
  EXPECT_EQ(repair_utf8("\0x"s).text, "\0x"s);
  EXPECT_EQ(repair_utf8("").replacements, 0U);
}

TEST(Utf8, ReadsBrokenBytesAsIcuDoes) {
  std::mt19937 random(7);
  for (int i = 0; i < 50000; ++i) {
    const std::string bytes = random_bytes(random);
    const RepairedText repaired = repair_utf8(bytes);
    ASSERT_EQ(repaired.text, repaired_by_icu(bytes));
    ASSERT_EQ(is_valid_utf8(bytes), repaired.replacements == 0);
    ASSERT_TRUE(is_valid_utf8(repaired.text));
  }
}

TEST(Utf8, ReadsBackwardsWhatItReadsForwards) {
  std::mt19937 random(8);
  for (int i = 0; i < 20000; ++i) {
    const std::string bytes = repair_utf8(random_bytes(random)).text;
    for (std::size_t at = 0; at < bytes.size();) {
      const CodePoint c = decode(bytes, at);
      ASSERT_EQ(decode_before(bytes, c.next), c.value);
      at = c.next;
    }
  }
}

TEST(Utf8, WritesEveryCodePointAsItWasRead) {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    std::string bytes;
    append_utf8(bytes, c);
    const CodePoint read = decode(bytes, 0);
    ASSERT_EQ(read.value, c);
    ASSERT_EQ(read.next, bytes.size());
  }
}

TEST(Utf8, FindsTheBoundaryBefore) {
  const std::string text = "aé日😀";
  const std::vector<std::size_t> floors = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
  for (std::size_t at = 0; at < floors.size(); ++at) {
    EXPECT_EQ(floor_boundary(text, at), floors[at]) << at;
  }
}

}  // namespace
}  // namespace lede
