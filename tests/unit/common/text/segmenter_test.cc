// Our boundaries are ICU's: on chosen and on random texts made of what is tricky.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/segmenter.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "common/text/word_class.h"

namespace lede {
namespace {

std::vector<std::string> segments_of(const std::string& text) {
  Segmenter segmenter;
  std::vector<std::uint32_t> ends;
  segmenter.segment(text, ends);
  std::vector<std::string> segments;
  std::uint32_t start = 0;
  for (const std::uint32_t end : ends) {
    segments.push_back(text.substr(start, end - start));
    start = end;
  }
  return segments;
}

using Segments = std::vector<std::string>;

TEST(Segmenter, PartsWordsFromSigns) {
  EXPECT_EQ(segments_of(""), Segments{});
  EXPECT_EQ(segments_of("don't, 3.5%"), (Segments{"don't", ",", " ", "3.5", "%"}));
  EXPECT_EQ(segments_of("a\r\nb  c"), (Segments{"a", "\r\n", "b", "  ", "c"}));
  EXPECT_EQ(segments_of("foo_bar a.b 1,2 a,b"),
            (Segments{"foo_bar", " ", "a.b", " ", "1,2", " ", "a", ",", "b"}));
}

TEST(Segmenter, UsesDictionaries) {
  EXPECT_EQ(segments_of("ภาษาไทย"), (Segments{"ภาษา", "ไทย"}));
  EXPECT_EQ(segments_of("文章です"), (Segments{"文章", "です"}));
}

TEST(Segmenter, KeepsFlagsAndFamiliesWhole) {
  EXPECT_EQ(segments_of("🇺🇦🇵🇱"), (Segments{"🇺🇦", "🇵🇱"}));
  EXPECT_EQ(segments_of("👩‍👩‍👧x"), (Segments{"👩‍👩‍👧", "x"}));
}

// At least one of each class, and those that ICU treats apart from the standard.
constexpr std::array<char32_t, 92> kTricky = {
    U'a',    U'b',    U'Z',    U'1',    U'2',    U'_',   U'.',   U',',   U'\'',  U'"',   U' ',
    U'\n',   U'\r',   U'\t',   U':',    U';',    U'@',   U'#',   U'-',   U'$',   0xAD,   0x301,
    0x200D,  0x200C,  0x2019,  0xB7,    0x05D0,  0x05D1, 0x05F4, 0x5F3,  0xAC00, 0xAC01, 0x1100,
    0x1161,  0x4E00,  0x56FD,  0x3042,  0x30A2,  0x30FC, 0x0E01, 0x0E34, 0x0E44, 0x0E2D, 0x1F600,
    0x1F3FB, 0x2764,  0xFE0F,  0x1F1E6, 0x1F1E7, 0xA9,   0x24C2, 0x2139, 0x202F, 0xA0,   0x3000,
    0x2028,  0x85,    0xB,     0x64B,   0x627,   0x66C,  0x66B,  0x663,  0x0915, 0x094D, 0x93F,
    0x1780,  0x17D2,  0x1000,  0x103A,  0xE81,   0xE94,  0xFF65, 0xFF71, 0xFF9E, 0x3031, 0x20000,
    0xE0020, 0xFFFD,  0x16FF0, 0x302A,  0x1F1FF, 0xFF10, 0x2024, 0xFE55, 0xFF1A, 0x387,  0x1173A,
    0x11700, 0x110BD, 0x1B001, 0x2060};

std::string random_scripts(std::mt19937& random) {
  std::string text;
  const std::size_t length = 1 + random() % 14;
  for (std::size_t i = 0; i < length; ++i) {
    const auto kind = random() % 200;
    if (kind == 0) {
      text += static_cast<char>(random() % 256);
    } else if (kind < 6) {
      append_utf8(text, static_cast<char32_t>(0x80 + random() % 0xD700));
    } else if (kind < 8) {
      append_utf8(text, static_cast<char32_t>(0x10000 + random() % 0x30000));
    } else {
      append_utf8(text, kTricky[random() % kTricky.size()]);
    }
  }
  return text;
}

TEST(Segmenter, AgreesWithIcuOnRandomTexts) {
  Segmenter segmenter;
  std::mt19937 random(20);
  std::vector<std::uint32_t> ours;
  std::vector<std::uint32_t> icus;
  for (int i = 0; i < 60000; ++i) {
    const std::string text = random_scripts(random);
    ours.clear();
    icus.clear();
    segmenter.segment(text, ours);
    segmenter.segment_by_icu(text, icus);
    ASSERT_EQ(ours, icus) << "text " << i << ": " << testing::PrintToString(text);
  }
}

// Each character of planes 0 and 1 between letters, digits, and after a joiner.
TEST(Segmenter, AgreesWithIcuOnEveryCharacter) {
  Segmenter segmenter;
  std::vector<std::uint32_t> ours;
  std::vector<std::uint32_t> icus;
  for (char32_t c = 0; c < 0x20000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    std::string one;
    append_utf8(one, c);
    const std::string text = "a" + one + "b" + one + one + " 1" + one + "2\u200D" + one + "\u0301" +
                             one + "א" + one + "א가" + one + "가 " + one;
    ours.clear();
    icus.clear();
    segmenter.segment(text, ours);
    segmenter.segment_by_icu(text, icus);
    ASSERT_EQ(ours, icus) << "U+" << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(Segmenter, IsLinearInWhatHasNoBoundary) {
  constexpr std::size_t kMany = 2'000'000;
  EXPECT_EQ(segments_of(std::string(kMany, 'a')).size(), 1U);
  std::string joiners = "a";
  for (std::size_t i = 0; i < kMany / 10; ++i) {
    joiners += "\u200D";
  }
  EXPECT_EQ(segments_of(joiners).size(), 1U);
}

TEST(CharTable, KnowsLettersDigitsAndWhiteSpace) {
  const CharTable& table = CharTable::instance();
  EXPECT_TRUE(table[U'é'].is_letter());
  EXPECT_TRUE(table[U'½'].is_digit());
  EXPECT_TRUE(table[0x202F].has(CharInfo::kWhite));
  EXPECT_TRUE(table[U'€'].has(CharInfo::kCurrency));
  EXPECT_FALSE(table[0x3164].is_word()) << "a Hangul filler is invisible";
  EXPECT_TRUE(table[0x2A6D6].is_letter()) << "beyond the table";
}

}  // namespace
}  // namespace lede
