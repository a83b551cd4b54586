// Words, punctuation and pasted text: what is typed without any syntax.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/searcher/query/query_cases.h"

namespace lede::test {
namespace {

TEST(QueryWords, WordsSideBySideAreOneNode) {
  check_queries({
      {"zelensky", "word:zelensky", ""},
      {"zelensky kharkiv missiles", "(words word:zelensky word:kharkiv word:missiles)", ""},
      {"  spaces   everywhere\tand tabs  ",
       "(words word:spaces word:everywhere word:and word:tabs)", ""},
      {"Київ ракети", "(words word:Київ word:ракети)", ""},
      {"北京 天气", "(words word:北京 word:天气)", ""},
      {"a", "word:a", ""},
      {"2024", "word:2024", ""},
  });
}

TEST(QueryWords, PunctuationStaysInTheWord) {
  check_queries({
      {"U.S.", "word:U.S.", ""},
      {"C++", "word:C++", ""},
      {"C#", "word:C#", ""},
      {"AT&T", "word:AT&T", ""},
      {"R&D", "word:R&D", ""},
      {"$735", "word:$735", ""},
      {"€1,000.50", "word:€1,000.50", ""},
      {"3.5%", "word:3.5%", ""},
      {"foo_bar", "word:foo_bar", ""},
      {"1,000", "word:1,000", ""},
      {"12:30", "word:12:30", ""},
      {"5'10\"", "word:\"5'10\\\"\"", ""},
      {"13\" screen and 15\" tv",
       "(words word:\"13\\\"\" word:screen word:and word:\"15\\\"\" word:tv)", ""},
      {"rock'n'roll", "word:rock'n'roll", ""},
      {"naïve—really", "word:naïve—really", ""},
      {"foo...", "word:foo...", ""},
      {"...foo", "word:...foo", ""},
      {"what?", "word:what?", ""},
      {"stop!", "word:stop!", ""},
      {"(D-Mass.)", "word:D-Mass.", ""},
      {"Dr.Who", "word:Dr.Who", ""},
      {"and/or", "word:and/or", ""},
      {"AC/DC", "word:AC/DC", ""},
      {"a\\b", "word:\"a\\\\b\"", ""},
  });
}

TEST(QueryWords, NamesOfFilesAndPlacesOnTheNetStayWhole) {
  check_queries({
      {"https://example.com/news/2024/05/31/story.html?ref=home#top",
       "word:https://example.com/news/2024/05/31/story.html?ref=home#top", ""},
      {"www.example.com", "word:www.example.com", ""},
      {"example.com:8080/path", "word:example.com:8080/path", ""},
      {"mailto:desk@example.com", "word:mailto:desk@example.com", ""},
      {"C:\\dir\\file.txt", "word:\"C:\\\\dir\\\\file.txt\"", ""},
      {"\\\\server\\share", "word:\"\\\\server\\\\share\"", ""},
      {"/var/log/news.log", "word:/var/log/news.log", ""},
      {"~/articles/*.txt", "word:\"~/articles/*.txt\"", ""},
      {"report-final(2).pdf", "word:\"report-final(2).pdf\"", ""},
      {"10.1000/182", "word:10.1000/182", ""},
      {"doi:10.1000/182", "word:doi:10.1000/182", ""},
      {"std::string", "word:std::string", ""},
  });
}

TEST(QueryWords, PunctuationAloneIsIgnoredQuietly) {
  check_queries({
      {"...", "(words)", ""},
      {"?\??", "(words)", ""},
      {"- -- --- – —", "(words)", ""},
      {"* * *", "all", ""},
      {"[ ] { } < >", "(words)", ""},
      {"& && |", "(words)", ""},
      {":-) :( ;-)", "(words)", ""},
      {"()", "(words)", ""},
      {"(())", "(words)", ""},
      {"\"\"", "(words)", ""},
      {"\" \"", "(words)", ""},
      {"« »", "(words)", ""},
      {"™ © 🚀", "(words)", ""},
  });
}

TEST(QueryWords, PastedHeadlinesAreTheirWords) {
  check_queries({
      {"Biden OKs $735M for Ukraine: What's next?",
       "(words word:Biden word:OKs word:$735M word:for word:Ukraine: word:What's word:next?)", ""},
      {"Trump: 'I will not go'", "(words word:Trump: word:'I word:will word:not word:go')", ""},
      {"\"We will win,\" says president",
       "(words phrase:\"We will win,\" word:says word:president)", ""},
      {"War in Ukraine – day 800 | Live updates",
       "(words word:War word:in word:Ukraine word:day (or word:800 word:Live) word:updates)", ""},
      {"WASHINGTON (AFP) - The US said on Friday",
       "(words word:WASHINGTON word:AFP word:The word:US word:said word:on word:Friday)", ""},
      {"The Q&A: Why now?", "(words word:The word:Q&A: word:Why word:now?)", ""},
      {"Home » News » World", "(words word:Home word:News word:World)", ""},
      {"Opinion: Is it over? (Spoiler: No)",
       "(words word:Opinion: word:Is word:it word:over? (words word:Spoiler: word:No))", ""},
      {"1) First 2) Second", "(words word:\"1)\" word:First word:\"2)\" word:Second)",
       "unbalanced_bracket unbalanced_bracket"},
      {"Reuters/Ipsos poll: 52% say 'no'",
       "(words word:Reuters/Ipsos word:poll: word:52% word:say word:'no')", ""},
      {"Kyiv's ATACMs strike—reports", "(words word:Kyiv's word:ATACMs word:strike—reports)", ""},
      {"ZELENSKY: \"WE NEED AIR DEFENCE\"", "(words word:ZELENSKY: phrase:\"WE NEED AIR DEFENCE\")",
       ""},
      {"US AND UK SIGN DEAL", "(words word:US word:AND word:UK word:SIGN word:DEAL)", "capitals"},
      {"RUSSIA WILL NOT ATTACK UKRAINE",
       "(words word:RUSSIA word:WILL word:NOT word:ATTACK word:UKRAINE)", "capitals"},
      {"Who is J.R.R. Tolkien & why?",
       "(words word:Who word:is word:J.R.R. (and word:Tolkien word:why?))", ""},
      {"Vladimir “Vova” Zelensky", "(words word:Vladimir phrase:\"Vova\" word:Zelensky)", ""},
      {"北京：天气“很好”", "(words word:北京：天气 phrase:\"很好\")", ""},
  });
}

TEST(QueryWords, BackslashTakesTheNextMarkLiterally) {
  check_queries({
      {"\\-biden", "word:-biden", ""},
      {"\\+1", "word:+1", ""},
      {"\\(a b\\)", "(words word:\"(a\" word:\"b)\")", ""},
      {"a \\| b", "(words word:a word:b)", ""},
      {"a \\& b", "(words word:a word:b)", ""},
      {"\\\"quoted", "word:\"\\\"quoted\"", ""},
      {"\\*", "(words)", ""},
      {"word\\*", "word:word*", ""},
      {"word\\~2", "word:\"word~2\"", ""},
      {"title\\:foo", "word:title:foo", ""},
      {"\\!important", "word:!important", ""},
      {"back\\\\slash", "word:\"back\\\\slash\"", ""},
      {"\\", "(words)", ""},
      {"a\\ b", "(words word:\"a\\\\\" word:b)", ""},
  });
}

}  // namespace
}  // namespace lede::test
