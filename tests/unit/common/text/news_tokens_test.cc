// What words people find a text by: the rules for names, numbers, addresses, in tables.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/news_tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/common/text/shown_tokens.h"

namespace lede {
namespace {

using test::stems_of;
using test::terms_of;

struct TokenRow {
  std::string typed;
  std::string tokens;
};

void expect_tokens(const std::vector<TokenRow>& rows) {
  for (const TokenRow& row : rows) {
    EXPECT_EQ(terms_of(row.typed), row.tokens) << row.typed;
  }
}

TEST(NewsTokens, GiveNothingForWhatIsNoWord) {
  expect_tokens({{"", ""},
                 {" \t\n", ""},
                 {"... -- !?", ""},
                 {"😀 👩‍👩‍👧‍👦 🇺🇦", ""},
                 {"___", ""},
                 {"@ # $ %", ""},
                 {"\u0301", ""},
                 {"\uFFFD\xFF\xC0", ""},
                 {"\u3164", ""}});
}

TEST(NewsTokens, KeepThePossessiveAndOfferTheNameWithoutIt) {
  expect_tokens({{"Biden's", "biden's =biden"},
                 {"Biden’s", "biden's =biden"},
                 {"BIDEN'S", "biden's =biden ^b.i.d.e.n"},
                 {"boss'", "boss"},
                 {"O'Brien's", "o'brien's =o'brien =obrien"}});
}

TEST(NewsTokens, OfferWordsWithoutTheirApostrophes) {
  expect_tokens({{"don't", "don't =dont"},
                 {"don’t", "don't =dont"},
                 {"O'Brien", "o'brien =obrien"},
                 {"rock'n'roll", "rock'n'roll =rocknroll"},
                 {"об'єкт", "об'єкт =обєкт"},
                 {"обʼєкт", "об'єкт =обєкт"},
                 {"aujourd'hui", "aujourd'hui =aujourdhui"},
                 {"צה\"ל", "צה\"ל =צהל"},
                 {"צה״ל", "צה\"ל =צהל"}});
}

TEST(NewsTokens, PartElidedArticlesFromTheirWords) {
  expect_tokens({{"l'homme", "l homme"},
                 {"l’homme", "l homme"},
                 {"qu'il", "qu il"},
                 {"dell'arte", "dell arte"},
                 {"c'è", "c e =è"},
                 {"jusqu'aujourd'hui", "jusqu aujourd'hui =aujourdhui"},
                 {"qu'l'un", "qu'l'un =qulun"}});
}

TEST(NewsTokens, JoinElidedArticlesToNames) {
  expect_tokens({{"L'Oréal", "l +2loreal oreal =oréal"},
                 {"d'Artagnan", "d +2dartagnan artagnan"},
                 {"D’Angelo", "d +2dangelo angelo"},
                 {"N'Djamena", "n'djamena =ndjamena"}});
}

TEST(NewsTokens, LeaveEnglishApostrophesWhole) {
  expect_tokens({{"o'clock", "o'clock =oclock"},
                 {"I'm", "i'm =im"},
                 {"it's", "it's =it"},
                 {"c'mon", "c'mon =cmon"},
                 {"S'pore", "s'pore =spore"},
                 {"all's", "all's =all"},
                 {"y'all", "y'all =yall"}});
}

TEST(NewsTokens, KnowAcronymsByTheirDots) {
  expect_tokens({{"U.S.", "us ^u.s"},
                 {"U.S", "us ^u.s"},
                 {"u.s.", "us ^u.s"},
                 {"J.K. Rowling", "jk ^j.k rowling"},
                 {"e.g.", "eg ^e.g"},
                 {"U.S.-led", "us ^u.s +2usled led"},
                 {"(U.S.),", "us ^u.s"},
                 {"U.S.'s", "us ^u.s =us's"},
                 {"В.В. Путин", "вв ^в.в путин"},
                 {"भा.ज.पा.", "भाजपा ^भा.ज.पा"},
                 {"Ph.D.", "ph d"},
                 {"J. Smith", "j smith"}});
}

TEST(NewsTokens, KnowAcronymsByTheirCapitals) {
  expect_tokens({{"US", "us ^u.s"},
                 {"NATO's", "nato's =nato ^n.a.t.o"},
                 {"ООН", "оон ^о.о.н"},
                 {"us", "us"},
                 {"Us", "us"},
                 {"A", "a"},
                 {"UKRAINE", "ukraine"},
                 {"US-made", "us ^u.s +2usmade made"}});
}

TEST(NewsTokens, TakeNoAcronymsFromShoutedLines) {
  expect_tokens({{"UNITED STATES SENDS US TROOPS", "united states sends us troops"},
                 {"UNITED STATES\nthe US did", "united states the us ^u.s did"},
                 {"The US said", "the us ^u.s said"}});
}

TEST(NewsTokens, OfferTheSingularOfAcronyms) {
  expect_tokens({{"MPs", "mps =mp ^m.p"},
                 {"NGOs", "ngos =ngo ^n.g.o"},
                 {"ATACMs", "atacms =atacm ^a.t.a.c.m"},
                 {"ATACMS", "atacms"}});
  EXPECT_EQ(stems_of("ATACMS ATACMs atacms"), "atacm atacm =atacm ^a.t.a.c.m atacm");
}

TEST(NewsTokens, ReadMoneyAndShares) {
  expect_tokens({{"$735", "735 =$735"},
                 {"€5", "5 =€5"},
                 {"735€", "735 =€735"},
                 {"£1,000", "1000 =1,000 =£1000"},
                 {"¥300", "300 =¥300"},
                 {"US$5", "us ^u.s 5 =$5"},
                 {"735%", "735 =735%"},
                 {"3.5%,", "3.5 =3.5%"},
                 {"$3.5bn", "3.5 =$3.5 +23.5bn bn"},
                 {"$ 5", "5"}});
}

TEST(NewsTokens, ReadNumbersHoweverTheyAreGrouped) {
  expect_tokens({{"1,000", "1000 =1,000"},
                 {"1,234,567.89", "1234567.89 =1,234,567.89"},
                 {"12,34,567", "1234567 =12,34,567"},
                 {"1'000", "1000 =1'000"},
                 {"3.5", "3.5"},
                 {"3,5", "3,5"},
                 {"0,125", "0,125"},
                 {"192.168.1.1", "192.168.1.1"},
                 {"1.2.3", "1.2.3"},
                 {"1,2,3", "1 2 3"},
                 {"2019,2020", "2019 2020"},
                 {"5'11", "5 11"},
                 {"10\u202F000", "10 000"},
                 {"٢٠٢٤", "2024 =٢٠٢٤"},
                 {"１９９０", "1990"}});
}

TEST(NewsTokens, FindHandlesAndTags) {
  expect_tokens({{"@name", "name =@name"},
                 {"#tag", "tag =#tag"},
                 {"(@name)", "name =@name"},
                 {"@foo_bar", "foo +2foo_bar +2@foo_bar bar"},
                 {"#COVID19", "covid ^c.o.v.i.d +2covid19 +2#covid19 19"},
                 {"#long-range", "long =#long +2longrange range"},
                 {"＃東京", "[東京] =#東京"},
                 {"#1", "1 =#1"},
                 {"C#x", "c x"}});
}

TEST(NewsTokens, MakeDesignationsMeetHoweverTheyAreTyped) {
  expect_tokens({{"F-16", "f +2f16 16"},
                 {"F16", "f +2f16 16"},
                 {"F 16", "f 16"},
                 {"f‑16", "f +2f16 16"},
                 {"F16s", "f +2f16s 16s"},
                 {"F-16s", "f +2f16s 16s"},
                 {"F-16's", "f +2f16 16 =16's"},
                 {"MH370", "mh ^m.h +2mh370 370"},
                 {"300km", "300 +2300km km"},
                 {"5G", "5 +25g g"},
                 {"COVID-19", "covid ^c.o.v.i.d +2covid19 19"},
                 {"T-72B3", "t +2t72b3 72b3"},
                 {"T72B3", "t72b3"},
                 {"1990s", "1990s"},
                 {"1990's", "1990 =1990's"}});
  EXPECT_EQ(stems_of("F-16s F16s 1990s"), "f +2f16 16 f +2f16 16 1990");
  EXPECT_EQ(test::stems_of("F-16s 1990s", ""), "f +2f16 16 1990");
}

TEST(NewsTokens, JoinHyphenatedWords) {
  expect_tokens({{"long-range", "long +2longrange range"},
                 {"long‐range", "long +2longrange range"},
                 {"two-year-old", "two +3twoyearold year old"},
                 {"state-of-the-art", "state of the art"},
                 {"long--range", "long range"},
                 {"long- range", "long range"},
                 {"-range", "range"},
                 {"2024-05-31", "2024 05 31"},
                 {"Rolls-Royce's", "rolls +2rollsroyce royce's =royce"},
                 {"l'avant-garde", "l avant +2avantgarde garde"},
                 {"Saint-Jean-d'Acre", "saint +4saintjeandacre jean d +2dacre acre"},
                 {"soft\u00ADhyphen", "softhyphen"}});
}

TEST(NewsTokens, DoNotJoinWhatIsTooLong) {
  const std::string half(33, 'a');
  EXPECT_EQ(terms_of(half + "-" + half), half + " " + half);
}

TEST(NewsTokens, PartAddressesAndFileNames) {
  expect_tokens({{"john.doe@example.com", "john doe example com"},
                 {"https://example.com/news?id=7", "https example com news id 7"},
                 {"report.pdf", "report pdf"},
                 {"foo_bar", "foo +2foo_bar bar"},
                 {"__init__", "init"},
                 {"v1.2", "v +2v1.2 1.2"},
                 {"and/or", "and or"}});
}

TEST(NewsTokens, TakeWordsOfScriptsWithoutSpacesFromDictionaries) {
  expect_tokens({{"日本語の文章です。", "[日本語] [の] [文章] [です]"},
                 {"ภาษาไทย", "[ภาษา] [ไทย]"},
                 {"한국어", "한국어"},
                 {"2024年", "2024 [年]"},
                 {"walkกรุงเทพ", "walk [กรุงเทพ]"},
                 {"กรุงเทพwalk's", "[กรุงเทพ] walk's =walk"}});
}

TEST(NewsTokens, NumberChunksByWhiteSpaceOnly) {
  const auto tokens = test::tokens_of("a.b/c long-range\u00A0x\u3000y\nz");
  std::vector<std::uint32_t> chunks;
  for (const auto& kept : tokens) {
    if (kept.token.kind == TokenKind::kWord) {
      chunks.push_back(kept.token.chunk);
    }
  }
  EXPECT_EQ(chunks, (std::vector<std::uint32_t>{0, 0, 1, 1, 2, 3, 4}));
}

TEST(NewsTokens, CoverWhatWasTyped) {
  struct Range {
    std::string typed;
    std::string form;
    std::string covered;
  };
  for (const Range& row : std::vector<Range>{{"in the U.S. now", "us", "U.S."},
                                             {"in the U.S. now", "u.s", "U.S."},
                                             {"say l’homme", "homme", "homme"},
                                             {"say l’homme", "l", "l"},
                                             {"(F-16s)", "f16s", "F-16s"},
                                             {"pay $735 now", "$735", "735"},
                                             {"by @foo_bar:", "@foo_bar", "foo_bar"},
                                             {"Biden’s", "biden", "Biden’s"},
                                             {"U.S.’s", "us", "U.S.’s"}}) {
    bool found = false;
    for (const auto& kept : test::tokens_of(row.typed)) {
      if (kept.term == row.form) {
        found = true;
        EXPECT_EQ(row.typed.substr(kept.token.start, kept.token.end - kept.token.start),
                  row.covered);
      }
    }
    EXPECT_TRUE(found) << row.typed;
  }
}

}  // namespace
}  // namespace lede
