// What folding makes one, and what it leaves alone.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text/utf8.h"

namespace lede {
namespace {

std::string fold(std::string_view word) { return fold_accents(fold_case(word)); }

struct FoldRow {
  std::string typed;
  std::string folded;
};

void expect_folded(const std::vector<FoldRow>& rows) {
  for (const FoldRow& row : rows) {
    EXPECT_EQ(fold(row.typed), row.folded) << row.typed;
  }
}

TEST(Folding, FoldsLatinAccents) {
  expect_folded({{"Café", "cafe"},
                 {"cafe\u0301", "cafe"},
                 {"Ångström", "angstrom"},
                 {"Nguyễn", "nguyen"},
                 {"Škoda", "skoda"},
                 {"FRANÇAIS", "francais"}});
}

TEST(Folding, SpellsLettersThatHaveNoDecomposition) {
  expect_folded({{"Straße", "strasse"},
                 {"STRAẞE", "strasse"},
                 {"København", "kobenhavn"},
                 {"Łódź", "lodz"},
                 {"Đà Nẵng", "da nang"},
                 {"Æsir", "aesir"},
                 {"Œuvre", "oeuvre"},
                 {"Þór", "thor"},
                 {"Ðe", "de"},
                 {"Ǿ", "o"},
                 {"ɓauna", "bauna"}});
}

TEST(Folding, KnowsTheTurkishDots) {
  expect_folded({{"İstanbul", "istanbul"}, {"ISPARTA", "isparta"}, {"ısparta", "isparta"}});
  EXPECT_EQ(fold_case("İstanbul"), "istanbul");
  EXPECT_EQ(fold_case("ısparta"), "ısparta");
}

TEST(Folding, MakesWidthsAndLigaturesPlain) {
  expect_folded({{"ＡＢＣ１２", "abc12"}, {"ﬁnal", "final"}, {"ｶﾞ", "ガ"}, {"Ⅳ", "iv"}});
}

TEST(Folding, MakesQuotesStraight) {
  EXPECT_EQ(fold_case("Biden’s"), "biden's");
  EXPECT_EQ(fold_case("обʼєкт"), "об'єкт");
  EXPECT_EQ(fold_case("צה״ל"), "צה\"ל");
}

TEST(Folding, FoldsGreek) {
  expect_folded({{"Ελλάδα", "ελλαδα"},
                 {"ΕΛΛΑΔΑ", "ελλαδα"},
                 {"Οδός", "οδοσ"},
                 {"ἀρχῇ", "αρχηι"},
                 {"προϊόν", "προιον"}});
}

TEST(Folding, KeepsCyrillicShortI) {
  expect_folded({{"Йод", "йод"},
                 {"и\u0306од", "йод"},
                 {"Київ", "київ"},
                 {"ўсё", "ўсе"},
                 {"Ґанок", "ґанок"},
                 {"Ѓорѓе", "ѓорѓе"}});
}

TEST(Folding, FoldsCyrillicYoAndStress) {
  expect_folded({{"Ёлка", "елка"}, {"за\u0301мок", "замок"}});
}

TEST(Folding, DropsArabicVowelSigns) {
  expect_folded({{"أَحْمَد", "احمد"},
                 {"إسرائيل", "اسرائيل"},
                 {"القـــاهرة", "القاهرة"},
                 {"آسيا", "اسيا"},
                 {"مسؤول", "مسؤول"}});
}

TEST(Folding, DropsHebrewPoints) { expect_folded({{"שָׁלוֹם", "שלום"}}); }

TEST(Folding, LeavesIndicThaiJapaneseAndKoreanAlone) {
  for (const std::string word :
       {"हिन्दी", "ज़मीन", "বাংলা", "தமிழ்", "ภาษา", "น้ำ", "ガギグ", "ぱぴぷ", "한국어"}) {
    EXPECT_EQ(fold_accents(word), word);
  }
}

TEST(Folding, ReadsDigitsOfAllScripts) {
  expect_folded({{"٢٠٢٤", "2024"}, {"२०२४", "2024"}, {"๒๕", "25"}, {"１２", "12"}});
}

TEST(Folding, RemovesWhatNobodySees) {
  expect_folded({{"co\u00ADop", "coop"}, {"می\u200Cخواهم", "میخواهم"}, {"❤\uFE0F", "❤"}});
}

TEST(Folding, NeverLeavesNothing) { EXPECT_EQ(fold("ـــ"), "ـــ"); }

// Random words of letters and marks of many scripts.
std::string random_word(std::mt19937& random) {
  constexpr char32_t kPieces[] = {U'a',   U'É',    U'ß',   U'İ',   U'i',   0x307,  0x301,  0x308,
                                  0x306,  0x300,   0x327,  U'е',   U'и',   U'ё',   U'Й',   U'Σ',
                                  U'ς',   U'ᾳ',    0x345,  0x622,  0x627,  0x653,  0x654,  0x64B,
                                  0x640,  0x5D0,   0x5B8,  0x5BC,  0x915,  0x93C,  0x94D,  0xE01,
                                  0xE33,  0x304B,  0x3099, 0x30FC, 0x1100, 0x1161, 0x11A8, 0xAC00,
                                  0xFB01, 0x1F600, 0x200D, 0xB7,   0x2019, 0x1E9B, 0x323,  0x663};
  std::string word;
  const std::size_t length = 1 + random() % 7;
  for (std::size_t i = 0; i < length; ++i) {
    append_utf8(word, random() % 12 == 0 ? static_cast<char32_t>(0xA0 + random() % 0x3000)
                                         : kPieces[random() % std::size(kPieces)]);
  }
  return word;
}

TEST(Folding, FoldingTwiceChangesNothing) {
  std::mt19937 random(3);
  for (int i = 0; i < 60000; ++i) {
    const std::string word = random_word(random);
    const std::string cased = fold_case(word);
    const std::string folded = fold_accents(cased);
    ASSERT_EQ(fold_case(cased), cased) << word;
    ASSERT_EQ(fold(folded), folded) << word;
    ASSERT_EQ(fold(cased), folded) << word;
    ASSERT_TRUE(is_valid_utf8(folded));
  }
}

TEST(BoundTerm, KeepsWordsApartThatDifferAtTheirEnds) {
  const std::string long_word(80, 'x');
  const std::string one = bound_term(long_word + "1");
  const std::string two = bound_term(long_word + "2");
  EXPECT_EQ(one.size(), kMaxTerm);
  EXPECT_NE(one, two);
  EXPECT_EQ(one.substr(0, 47), long_word.substr(0, 47));
  EXPECT_EQ(bound_term(one), one);
  EXPECT_EQ(bound_term(std::string(kMaxTerm, 'x')), std::string(kMaxTerm, 'x'));
}

TEST(BoundTerm, CutsBetweenCharacters) {
  std::string word;
  for (int i = 0; i < 40; ++i) {
    word += "日";
  }
  const std::string bound = bound_term(word);
  EXPECT_TRUE(is_valid_utf8(bound));
  EXPECT_LE(bound.size(), kMaxTerm);
}

}  // namespace
}  // namespace lede
