// The analyzer as a whole: stems, accents, long words, and what holds for any text.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "common/text/fold.h"
#include "tests/unit/common/text/analyzer_checks.h"
#include "tests/unit/common/text/shown_tokens.h"

namespace lede {
namespace {

using test::stems_of;
using test::terms_of;

TEST(Analyzer, StemsByTheLanguageGiven) {
  EXPECT_EQ(stems_of("missiles running", "en"), "missil run");
  EXPECT_EQ(stems_of("Häuser", "de"), "haus =haus");
  EXPECT_EQ(stems_of("страны", "ru"), "стран");
  EXPECT_EQ(stems_of("missiles", ""), "missiles");
  EXPECT_EQ(stems_of("missiles", "xx"), "missiles");
  EXPECT_EQ(stems_of("зброї", "uk"), "зброї") << "no stemmer for Ukrainian";
}

TEST(Analyzer, KeepsAccentsInTheExactForm) {
  EXPECT_EQ(terms_of("café Café cafe"), "cafe =café cafe =café cafe");
  EXPECT_EQ(terms_of("café's"), "cafe's =café's =cafe =café");
  EXPECT_EQ(terms_of("Straße"), "strasse");
}

// A word typed with or without accents meets the other through one of its stems.
TEST(Analyzer, UnaccentedQueriesMeetAccentedTexts) {
  struct Row {
    std::string language;
    std::string accented;
    std::string plain;
  };
  Analyzer analyzer;
  for (const Row& row : std::vector<Row>{{"fr", "général", "general"},
                                         {"fr", "généraux", "generaux"},
                                         {"es", "naciones", "naciónes"},
                                         {"es", "hablábamos", "hablabamos"},
                                         {"pt", "eleições", "eleicoes"},
                                         {"tr", "ısparta", "isparta"},
                                         {"hu", "választások", "valasztasok"},
                                         {"ro", "alegătorilor", "alegatorilor"}}) {
    std::set<std::string> stems;
    for (const auto& kept : test::tokens_of(row.accented, row.language)) {
      stems.insert(kept.stem);
    }
    EXPECT_TRUE(stems.contains(analyzer.stem(row.plain, row.language))) << row.accented;
  }
}

TEST(Analyzer, StemsOneWordAsItWouldInAText) {
  Analyzer analyzer;
  for (const std::string word : {"missiles", "Général", "f16s", "1990s", "Biden's", "ATACMS"}) {
    for (const std::string language : {"en", "fr", "tr", ""}) {
      const auto tokens = test::tokens_of(word, language);
      if (tokens.size() > 1 && tokens[1].token.kind == TokenKind::kJoined) {
        EXPECT_EQ(analyzer.stem(word, language), tokens[1].stem) << word;
      } else {
        EXPECT_EQ(analyzer.stem(word, language), tokens.front().stem) << word;
      }
    }
  }
}

TEST(Analyzer, TakesTurkishCaseEndingsOffNames) {
  EXPECT_EQ(Analyzer().stem("Ankara'da", "tr"), Analyzer().stem("Ankara", "tr"));
}

TEST(Analyzer, StemsRomanianHoweverItsLettersAreTyped) {
  EXPECT_EQ(Analyzer().stem("abandonați", "ro"), "abandon");
  EXPECT_EQ(Analyzer().stem("abandonaţi", "ro"), "abandon");
}

TEST(Analyzer, DropsNoWordHoweverLong) {
  const std::string one(100, 'a');
  const std::string terms = terms_of(one + " " + one + "b");
  EXPECT_EQ(terms.size(), 2 * kMaxTerm + 1);
  EXPECT_NE(terms.substr(0, kMaxTerm), terms.substr(kMaxTerm + 1));
}

TEST(Analyzer, IsLinearInHugeChunks) {
  constexpr std::size_t kMany = 100'000;
  const auto repeat = [](const std::string& piece) {
    std::string text;
    for (std::size_t i = 0; i < kMany; ++i) {
      text += piece;
    }
    return text;
  };
  EXPECT_EQ(test::tokens_of(repeat("aaaaa")).size(), 1U);
  EXPECT_EQ(test::tokens_of(repeat("a.")).size(), 2U);
  EXPECT_EQ(test::tokens_of(repeat("ab.")).size(), kMany);
  EXPECT_EQ(test::tokens_of(repeat("a_")).size(), kMany);
  EXPECT_EQ(test::tokens_of(repeat("1,")).size(), kMany);
  EXPECT_EQ(test::tokens_of(repeat("ab-")).size(), kMany);
  EXPECT_EQ(test::tokens_of(repeat("#a")).size(), kMany + 1);
  EXPECT_EQ(test::tokens_of(repeat("l'a")).size(), 3U);
  EXPECT_EQ(test::tokens_of("x " + repeat("<b>x</b>")).size(), 3 * kMany + 1);
}

TEST(Analyzer, ReadsBrokenBytesAsNoWord) {
  EXPECT_EQ(terms_of("a\xFFz b\xC3"), "a z b");
  const auto tokens = test::tokens_of("\xFF\xFE word");
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens.front().token.start, 3U);
}

// Pieces that meet rules of all kinds.
std::string random_text(std::mt19937& random) {
  const std::vector<std::string> pieces = {
      "a",      "word",   "US",   "MPs",    "F16",    "16",     "1,000",
      "3.5",    "é",      "café", "l",      "d",      "O",      "ΑΒΓ",
      "Київ",   "أحمد",   "日本", "ภาษา",   "가나",   "नमस्ते",   "👩‍👩‍👧",
      "🇺🇦",     "'",      "’",    "-",      "‑",      ".",      ",",
      "_",      "@",      "#",    "$",      "%",      "€",      "/",
      "\"",     "s",      "'s",   "(",      ")",      " ",      " ",
      " ",      "\n",     "\t",   "\u202F", "\u00A0", "\u3000", "\u00AD",
      "\u0301", "\u200D", "\xFF", "Æ",      "ß",      "İ",      "\u3164",
      "ـ"};
  std::string text;
  const std::size_t length = 1 + random() % 24;
  for (std::size_t i = 0; i < length; ++i) {
    text += pieces[random() % pieces.size()];
  }
  return text;
}

TEST(AnalyzerProperties, HoldForRandomTexts) {
  Analyzer analyzer;
  std::mt19937 random(11);
  for (int i = 0; i < 40000; ++i) {
    const std::string text = random_text(random);
    ASSERT_EQ(test::broken_promise(analyzer, text, i % 2 == 0 ? "en" : "fr"), "")
        << testing::PrintToString(text);
  }
}

// Tokens but for their place.
std::string told(Analyzer& analyzer, std::string_view text, std::uint32_t offset) {
  std::string all;
  analyzer.analyze(text, "en", [&](const Token& token) {
    for (const std::uint32_t number : {static_cast<std::uint32_t>(token.kind), token.start - offset,
                                       token.end - offset, token.position, token.words}) {
      all += std::to_string(number) + " ";
    }
    all += std::string(token.term) + " " + std::string(token.stem) + "\n";
  });
  return all;
}

TEST(AnalyzerProperties, AChunkIsTheSameAloneAndWithinSpaces) {
  Analyzer analyzer;
  std::mt19937 random(12);
  for (int i = 0; i < 20000; ++i) {
    std::string text = random_text(random);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; }, '/');
    const std::string spaced = "  " + text + " ";
    ASSERT_EQ(told(analyzer, text, 0), told(analyzer, spaced, 2)) << text;
  }
}

TEST(AnalyzerProperties, NothingRememberedChangesAnAnswer) {
  Analyzer seasoned;
  std::mt19937 random(13);
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_text(random) + " " + random_text(random);
    told(seasoned, text, 0);
    Analyzer fresh;
    ASSERT_EQ(told(seasoned, text, 0), told(fresh, text, 0));
  }
}

TEST(AnalyzerProperties, TermsAreFoldedAlready) {
  std::mt19937 random(14);
  for (int i = 0; i < 5000; ++i) {
    for (const auto& kept : test::tokens_of(random_text(random))) {
      if (kept.token.kind == TokenKind::kWord) {
        ASSERT_EQ(fold_accents(fold_case(kept.term)), kept.term);
      }
    }
  }
}

TEST(Analyzer, ManyThreadsUseTheirOwn) {
  const std::string text = "The US sent F-16s to Київ, ภาษาไทย 日本語 café's l’homme.";
  Analyzer analyzer;
  const std::string expected = told(analyzer, text, 0);
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&answer, &text] {
      Analyzer own;
      answer = told(own, text, 0);
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const std::string& answer : answers) {
    EXPECT_EQ(answer, expected);
  }
}

TEST(Analyzer, NamesWhatDecidesItsTerms) {
  const std::string fingerprint = analyzer_fingerprint();
  EXPECT_EQ(fingerprint, analyzer_fingerprint());
  for (const char* part : {"lede-", " icu-", " unicode-", " snowball-"}) {
    EXPECT_NE(fingerprint.find(part), std::string::npos) << fingerprint;
  }
}

}  // namespace
}  // namespace lede
