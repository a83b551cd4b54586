// What counts as a match, and where it is.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/matcher.h"

#include <gmock/gmock.h>

#include <chrono>

#include "tests/unit/searcher/snippet/test_units.h"

namespace lede {
namespace {

using test::make_units;
using test::marked;
using test::matches_in;

constexpr auto kWord = NodeKind::kWord;
constexpr auto kPhrase = NodeKind::kPhrase;
constexpr auto kPrefix = NodeKind::kPrefix;

struct MarkCase {
  test::TypedUnits query;
  std::string text;
  std::string expected;
};

void expect_marks(const std::vector<MarkCase>& cases) {
  for (const auto& [query, text, expected] : cases) {
    EXPECT_EQ(marked(text, query), expected);
  }
}

TEST(Matcher, MarksWordsWhateverTheirCase) {
  expect_marks({
      {{{kWord, "harbour"}}, "Harbour wall: the HARBOUR.", "[Harbour] wall: the [HARBOUR]."},
      {{{kWord, "harbour"}}, "The harbourmaster left.", "The harbourmaster left."},
      {{{kWord, "harbour"}, {kWord, "wall"}}, "harbour wall", "[harbour] [wall]"},
  });
}

TEST(Matcher, MarksPhrasesOnlyAsTheyWereTyped) {
  expect_marks({
      {{{kPhrase, "sea wall"}},
       "The sea wall, a wall by the sea.",
       "The [sea wall], a wall by the sea."},
      {{{kPhrase, "the sea"}}, "the the sea the sea", "the [the sea] [the sea]"},
      {{{kPhrase, "row row row"}}, "row row row row", "[row row row] row"},
      {{{kPhrase, "row row boat"}}, "row row row boat", "row [row row boat]"},
      {{{kPhrase, "wall"}}, "walled walls wall", "walled walls [wall]"},
  });
}

TEST(Matcher, MarksPrefixes) {
  expect_marks({
      {{{kPrefix, "har"}}, "Harbour, hard, shore, har", "[Harbour], [hard], shore, [har]"},
      {{{kPrefix, "h"}, {kPrefix, "s"}}, "hat sat mat", "[hat] [sat] mat"},
  });
}

TEST(Matcher, PrefersTheLongerOfOverlappingMatches) {
  expect_marks({
      {{{kWord, "sea"}, {kWord, "wall"}, {kPhrase, "sea wall"}},
       "sea wall sea",
       "[sea wall] [sea]"},
      {{{kPhrase, "old sea"}, {kPhrase, "sea wall tower"}},
       "old sea wall tower",
       "old [sea wall tower]"},
      {{{kPhrase, "a b"}, {kPhrase, "b c"}}, "a b c", "[a b] c"},
  });
  const auto units = make_units({{kWord, "sea"}, {kPhrase, "sea"}});
  const auto matches = matches_in("sea", units);
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].unit, 1U);
}

TEST(Matcher, MarksWordsOfTheSameStem) {
  expect_marks({
      {{{kWord, "missiles"}},
       "A missile, missiles, Missile's.",
       "A [missile], [missiles], [Missile's]."},
      {{{kPhrase, "missiles"}}, "A missile, missiles.", "A missile, [missiles]."},
  });
  EXPECT_EQ(marked("Страны и страна.", {{kWord, "страна"}}, "ru"), "[Страны] и [страна].");
}

TEST(Matcher, MarksCompoundsHoweverTheyAreWritten) {
  expect_marks({
      {{{kWord, "long-range"}},
       "long-range, long range, longrange, range of long",
       "[long-range], [long range], [longrange], range of long"},
      {{{kWord, "F-16"}}, "An F-16, an F16, f16s.", "An [F-16], an [F16], [f16s]."},
      {{{kWord, "F16"}}, "An F-16, an F16.", "An [F-16], an [F16]."},
      {{{kPhrase, "the F16"}}, "the F-16 and the F16", "[the F-16] and [the F16]"},
  });
}

TEST(Matcher, MarksAccentsAsTheyWereAskedFor) {
  expect_marks({
      {{{kWord, "cafe"}}, "cafe café CAFÉ", "[cafe] [café] [CAFÉ]"},
      {{{kWord, "café"}}, "cafe café", "[cafe] [café]"},
      {{{kPhrase, "café"}}, "cafe café", "cafe [café]"},
  });
}

TEST(Matcher, TellsAnAcronymFromThePronoun) {
  const std::string text = "The U.S. told us that the US would.";
  auto units = make_units({{kWord, "US"}});
  EXPECT_EQ(test::bracketed(text, matches_in(text, units)),
            "The [U.S.] told [us] that the [US] would.");
  units[0].words[0].acronym_only = true;  // as the planner sets it where "us" is a stop word
  EXPECT_EQ(test::bracketed(text, matches_in(text, units)),
            "The [U.S.] told us that the [US] would.");
}

TEST(Matcher, MarksWordsThatADictionaryFinds) {
  EXPECT_EQ(marked("我在北京工作。", {{kWord, "北京"}}, "zh"), "我在[北京]工作。");
  // Two words for the dictionary: side by side they are one mark, apart they are two.
  EXPECT_EQ(marked("东京大学在东京。", {{kWord, "东京大学"}}, "zh"), "[东京大学]在[东京]。");
  EXPECT_EQ(marked("東京の空は青い。", {{kWord, "東京"}}, "ja"), "[東京]の空は青い。");
  EXPECT_EQ(marked("กรุงเทพมหานครวันนี้", {{kWord, "วันนี้"}}, "th"), "กรุงเทพมหานคร[วันนี้]");
}

TEST(Matcher, CountsAWholeDictionaryWordAsExactAndAPartAsNot) {
  const auto units = make_units({{kWord, "东京大学"}}, {"zh"});
  const auto matches = matches_in("东京大学在东京。", units, "zh");
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_TRUE(matches[0].exact);
  EXPECT_FALSE(matches[1].exact);
}

TEST(Matcher, MarksRightToLeftText) {
  EXPECT_EQ(marked("החומה של הנמל נפלה.", {{kWord, "הנמל"}}, "he"), "החומה של [הנמל] נפלה.");
  EXPECT_EQ(marked("عودة الأسماك إلى النهر", {{kPrefix, "الأسم"}}, "ar"),
            "عودة [الأسماك] إلى النهر");
}

TEST(Matcher, LeavesOutWhatMustNotBeThereAndWhatWasNotAskedFor) {
  auto units = make_units({{kWord, "sea"}, {kWord, "wall"}, {kWord, "the"}});
  units[0].negated = true;
  units[2].ignored = true;
  const std::string text = "the sea wall";
  EXPECT_EQ(test::bracketed(text, matches_in(text, units)), "the sea [wall]");
}

TEST(Matcher, MatchesUnitsOfAFieldOnlyThere) {
  auto units = make_units({{kWord, "sea"}, {kWord, "wall"}, {kWord, "tower"}});
  units[1].field = Field::kTitle;
  units[2].field = Field::kAuthor;
  const std::string text = "sea wall tower";
  EXPECT_EQ(test::bracketed(text, matches_in(text, units, "en", Field::kAny)), "[sea] wall tower");
  EXPECT_EQ(test::bracketed(text, matches_in(text, units, "en", Field::kTitle)),
            "[sea] [wall] tower");
  EXPECT_EQ(test::bracketed(text, matches_in(text, units, "en", Field::kAuthor)),
            "sea wall [tower]");
}

TEST(Matcher, FindsNothingInNothing) {
  EXPECT_THAT(matches_in("", make_units({{kWord, "sea"}})), testing::IsEmpty());
  EXPECT_THAT(matches_in("the sea", {}), testing::IsEmpty());
  EXPECT_THAT(matches_in("the sea", make_units({{kWord, "..."}})), testing::IsEmpty());
}

TEST(Matcher, TellsExactMatchesFromStems) {
  auto units = make_units({{kWord, "walls"}});
  ASSERT_EQ(units[0].words.size(), 1U);
  units[0].words[0].stems = {"wall"};
  Analyzer analyzer;
  const auto matches = find_matches("wall walls", "", Field::kAny, units, analyzer);
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_FALSE(matches[0].exact);
  EXPECT_TRUE(matches[1].exact);
}

// One match a word, and the same word typed 64 times: no more work than there are tokens, and no
// more memory than there are matches.
TEST(Matcher, StaysLinearWhenEveryWordMatches) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    text += "sea ";
  }
  const auto units = make_units(test::TypedUnits(16, {kWord, "sea"}));
  const auto started = std::chrono::steady_clock::now();
  const auto matches = matches_in(text, units);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  EXPECT_EQ(matches.size(), 100'000U);
  EXPECT_LT(took.count(), 60) << "seconds; quadratic work would take hours";
}

}  // namespace
}  // namespace lede
