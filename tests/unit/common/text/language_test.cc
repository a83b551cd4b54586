// Languages by their text and by their names.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/language.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lede {
namespace {

struct LanguageRow {
  std::string given;
  std::string language;
};

TEST(DetectLanguage, KnowsCommonLanguages) {
  for (const LanguageRow& row : std::vector<LanguageRow>{
           {"The council met on Tuesday to decide what the harbour should look like.", "en"},
           {"Der Stadtrat entschied am Dienstag, wie der Hafen künftig aussehen soll.", "de"},
           {"Le conseil municipal a décidé mardi de ce que deviendrait le vieux port.", "fr"},
           {"Городской совет решил во вторник, каким будет старый порт города.", "ru"},
           {"Міська рада вирішила у вівторок, яким буде старий порт нашого міста.", "uk"},
           {"市议会星期二决定了旧港口的未来面貌，居民们表示欢迎。", "zh"},
           {"市議会は火曜日、古い港をどのように変えるかを決めました。", "ja"},
           {"قرر مجلس المدينة يوم الثلاثاء كيف سيبدو الميناء القديم.", "ar"},
           {"מועצת העיר החליטה ביום שלישי איך ייראה הנמל הישן.", "he"},
           {"สภาเมืองตัดสินใจเมื่อวันอังคารว่าท่าเรือเก่าจะเป็นอย่างไร", "th"},
           {"Bystyret bestemte tirsdag hvordan den gamle havnen skal se ut i fremtiden.", "no"}}) {
    EXPECT_EQ(detect_language(row.given), row.language) << row.given;
  }
}

// These are in CLD2's larger tables only.
TEST(DetectLanguage, KnowsLessCommonLanguages) {
  EXPECT_EQ(detect_language("Majalisar birnin ta yanke shawara ranar Talata game da yadda tsohuwar "
                            "tashar jirgin ruwa za ta kasance."),
            "ha");
  EXPECT_EQ(detect_language("የከተማው ምክር ቤት አሮጌው ወደብ ምን እንደሚመስል ማክሰኞ ወሰነ።"), "am");
}

TEST(DetectLanguage, LeavesTheUnclearUnknown) {
  for (const std::string text :
       {"", "   ", "OK", "Paris", "12345 67890 12345 67890 12345", "\xFF\xFE\xFF"}) {
    EXPECT_EQ(detect_language(text), "") << text;
  }
}

TEST(DetectLanguage, SurvivesBrokenBytes) {
  EXPECT_EQ(detect_language("The council met on Tuesday \xFF\xC3 to decide what the harbour should "
                            "look like in the future."),
            "en");
}

TEST(NormalizeLanguage, ReadsTagsCodesAndNames) {
  for (const LanguageRow& row : std::vector<LanguageRow>{
           {"en-GB", "en"},      {"EN", "en"},       {"EN_us", "en"},       {"english", "en"},
           {"English", "en"},    {"eng", "en"},      {" en ", "en"},        {"en, fr", "en"},
           {"zh-Hant-TW", "zh"}, {"cmn", "zh"},      {"ger", "de"},         {"deu", "de"},
           {"Deutsch", "de"},    {"français", "fr"}, {"nb", "no"},          {"nn-NO", "no"},
           {"iw", "he"},         {"in", "id"},       {"pt_BR.UTF-8", "pt"}, {"haw", "haw"}}) {
    EXPECT_EQ(normalize_language(row.given), row.language) << row.given;
  }
}

TEST(NormalizeLanguage, KnowsWhatIsNoLanguage) {
  for (const std::string name : {"", " ", "und", "mul", "zxx", "x-private", "C", "POSIX", "unknown",
                                 "-", "xx", "qqq", "e", "en glish"}) {
    EXPECT_EQ(normalize_language(name), "") << name;
  }
}

TEST(NormalizeLanguage, ChangesNothingTwice) {
  for (const std::string& language : stemmed_languages()) {
    EXPECT_EQ(normalize_language(language), language);
  }
}

TEST(StemmedLanguages, AreSortedTagsWithoutVariants) {
  const auto& languages = stemmed_languages();
  EXPECT_TRUE(std::is_sorted(languages.begin(), languages.end()));
  EXPECT_EQ(std::adjacent_find(languages.begin(), languages.end()), languages.end());
  for (const char* language : {"en", "fr", "de", "ru", "ar", "tr", "no"}) {
    EXPECT_TRUE(std::binary_search(languages.begin(), languages.end(), language)) << language;
  }
}

}  // namespace
}  // namespace lede
