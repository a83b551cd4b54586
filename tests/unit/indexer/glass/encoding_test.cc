// Numbers and strings as Xapian's glass tables have them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/glass/encoding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace lede::glass {
namespace {

std::string uint_of(std::uint64_t value) {
  std::string out;
  append_uint(out, value);
  return out;
}

std::string last_uint_of(std::uint64_t value) {
  std::string out;
  append_last_uint(out, value);
  return out;
}

std::string sortable_of(std::uint64_t value) {
  std::string out;
  append_sortable(out, value);
  return out;
}

std::string escaped(const std::string& term) {
  std::string out;
  append_escaped(out, term);
  return out;
}

TEST(Encoding, UintHasSevenBitsAByteTheLowestFirst) {
  EXPECT_EQ(uint_of(0), std::string(1, '\0'));
  EXPECT_EQ(uint_of(0x7f), "\x7f");
  EXPECT_EQ(uint_of(0x80), "\x80\x01");
  EXPECT_EQ(uint_of(300), "\xac\x02");
  EXPECT_EQ(uint_of(0x3fff), "\xff\x7f");
  EXPECT_EQ(uint_of(0x4000), "\x80\x80\x01");
  EXPECT_EQ(uint_of(UINT64_MAX), "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
}

TEST(Encoding, LastUintHasNoByteTooMuch) {
  EXPECT_EQ(last_uint_of(0), "");
  EXPECT_EQ(last_uint_of(1), "\x01");
  EXPECT_EQ(last_uint_of(255), "\xff");
  EXPECT_EQ(last_uint_of(256), std::string("\0\x01", 2));
  EXPECT_EQ(last_uint_of(0x10203), "\x03\x02\x01");
}

TEST(Encoding, StringsHaveTheirLengthBefore) {
  std::string out = "x";
  append_string(out, "");
  append_string(out, std::string(200, 'a'));
  EXPECT_EQ(out, std::string("x\0\xc8\x01", 4) + std::string(200, 'a'));
}

TEST(Encoding, SortableChangesItsLengthWhereItMust) {
  const struct {
    std::uint64_t value;
    std::string bytes;
  } kCases[] = {
      {0, {"\0\0", 2}},
      {1, {"\0\x01", 2}},
      {0x7fff, "\x7f\xff"},
      {0x8000, {"\x80\x80\0", 3}},
      {0xffff, "\x80\xff\xff"},
      {0x10000, {"\x81\0\0", 3}},
      {0x3fffff, "\xbf\xff\xff"},
      {0x400000, {"\xc0\x40\0\0", 4}},
      {0x1fffffff, "\xdf\xff\xff\xff"},
      {0x20000000, {"\xe0\x20\0\0\0", 5}},
      {0xffffffff, "\xe0\xff\xff\xff\xff"},
      {0xfffffffff, "\xef\xff\xff\xff\xff"},
      {0x1000000000, {"\xf0\x10\0\0\0\0", 6}},
  };
  for (const auto& [value, bytes] : kCases) {
    EXPECT_EQ(sortable_of(value), bytes) << value;
  }
}

TEST(Encoding, SortableSortsAsTheNumbersDo) {
  std::vector<std::uint64_t> numbers;
  for (unsigned bit = 0; bit < 64; ++bit) {
    for (const std::int64_t beside : {-1, 0, 1}) {
      numbers.push_back((std::uint64_t{1} << bit) + static_cast<std::uint64_t>(beside));
    }
  }
  std::mt19937_64 random(1);
  for (int i = 0; i < 10000; ++i) {
    numbers.push_back(random() >> (random() % 64));
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const std::string low = sortable_of(numbers[i - 1]);
    const std::string high = sortable_of(numbers[i]);
    ASSERT_LT(low, high) << numbers[i - 1] << " " << numbers[i];
    ASSERT_FALSE(high.starts_with(low)) << numbers[i];
    ASSERT_NE(high[0], '\xff') << numbers[i];
  }
}

TEST(Encoding, EscapedTermsDoubleTheirNuls) {
  EXPECT_EQ(escaped(""), "");
  EXPECT_EQ(escaped("word"), "word");
  EXPECT_EQ(escaped({"\0", 1}), std::string("\0\xff", 2));
  EXPECT_EQ(escaped({"a\0\0b\0", 5}), std::string("a\0\xff\0\xff"
                                                  "b\0\xff",
                                                  8));
  EXPECT_EQ(escaped("\xff\x01"), "\xff\x01");
}

TEST(Encoding, EscapedTermsWithMoreBehindSortAsTheTermsDo) {
  std::mt19937 random(2);
  std::vector<std::string> terms;
  for (int i = 0; i < 3000; ++i) {
    std::string term(1 + random() % 5, '\0');
    for (char& byte : term) {
      constexpr char kBytes[] = {'\0', '\x01', 'a', '\xfe', '\xff'};
      byte = kBytes[random() % sizeof kBytes];
    }
    terms.push_back(term);
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const std::string last_of_one = escaped(terms[i - 1]) + '\0' + sortable_of(0xffffffff);
    ASSERT_LT(last_of_one, escaped(terms[i])) << i;
  }
}

TEST(Encoding, BoolsAreDigits) {
  std::string out;
  append_bool(out, true);
  append_bool(out, false);
  EXPECT_EQ(out, "10");
}

}  // namespace
}  // namespace lede::glass
