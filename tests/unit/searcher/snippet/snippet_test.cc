// Which passages are chosen.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/snippet/snippet.h"

#include <gmock/gmock.h>

#include "tests/unit/searcher/snippet/test_units.h"

namespace lede {
namespace {

using test::make_units;
using test::matches_in;

constexpr auto kPlainWord = NodeKind::kWord;

std::vector<Snippet> passages(const std::string& text, const std::vector<QueryUnit>& units,
                              SnippetOptions options = {}) {
  return best_passages(text, matches_in(text, units), units, options);
}

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    text += "filler ";
  }
  return text;
}

TEST(Snippet, OpensTheTextWhenNothingMatched) {
  const std::string text = "  \n The opening line.\n\n" + filler(400);
  const auto found = passages(text, make_units({{kPlainWord, "absent"}}), {3, 100});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].text.starts_with("The opening line.")) << found[0].text;
  EXPECT_EQ(found[0].start, 4U);
  EXPECT_THAT(found[0].marks, testing::IsEmpty());
  EXPECT_EQ(found[0].field, "text");
}

TEST(Snippet, GivesNothingForNothing) {
  EXPECT_THAT(passages("", make_units({{kPlainWord, "sea"}})), testing::IsEmpty());
  EXPECT_THAT(passages(" \n\u3000 ", make_units({{kPlainWord, "sea"}})), testing::IsEmpty());
  EXPECT_THAT(passages("the sea", make_units({{kPlainWord, "sea"}}), {0, 240}), testing::IsEmpty());
}

TEST(Snippet, ShowsThePlaceWithMostWordsOfTheQuery) {
  const std::string text = "sea " + filler(200) + "wall " + filler(200) + "the sea by the wall " +
                           filler(200) + "sea sea sea " + filler(50);
  const auto found =
      passages(text, make_units({{kPlainWord, "sea"}, {kPlainWord, "wall"}}), {1, 120});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].text, testing::HasSubstr("sea by the wall"));
  EXPECT_EQ(found[0].marks.size(), 2U);
}

TEST(Snippet, ShowsTheRarerWordWhenBothDoNotFit) {
  const std::string text = "sea " + filler(200) + "wall " + filler(200);
  auto units = make_units({{kPlainWord, "sea"}, {kPlainWord, "wall"}});
  units[1].weight = 5;
  const auto found = passages(text, units, {1, 100});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].text, testing::HasSubstr("wall"));
}

TEST(Snippet, ShowsOtherWordsInTheSecondPassageInTextOrder) {
  const std::string text =
      "wall " + filler(200) + "sea sea " + filler(200) + "sea sea sea " + filler(200);
  const auto found =
      passages(text, make_units({{kPlainWord, "sea"}, {kPlainWord, "wall"}}), {2, 100});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_LT(found[0].start, found[1].start);
  EXPECT_THAT(found[0].text, testing::HasSubstr("wall"));
  EXPECT_THAT(found[1].text, testing::HasSubstr("sea"));
}

TEST(Snippet, PrefersTheExactFormToStems) {
  const std::string text = "wall " + filler(200) + "walls " + filler(200);
  auto units = make_units({{kPlainWord, "walls"}});
  units[0].words[0].stems = {"wall"};
  Analyzer analyzer;
  const auto matches = find_matches(text, "", Field::kAny, units, analyzer);
  ASSERT_EQ(matches.size(), 2U);
  const auto found = best_passages(text, matches, units, {1, 100});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].text, testing::HasSubstr("walls"));
}

TEST(Snippet, PrefersWholeSentencesWhenAPassageShowsNothingNew) {
  const std::string text =
      "The sea broke the wall by the gate. " + filler(100) +
      ".\n\nThe wall of the town stood for "
      "two hundred years and more. It was long and high and made of stone from the hills. Then the "
      "sea came over it and nothing that they tried in those days could stop it any more at all.";
  const auto found =
      passages(text, make_units({{kPlainWord, "sea"}, {kPlainWord, "wall"}, {kPlainWord, "gate"}}),
               {2, 130});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].text.starts_with("The sea broke the wall by the gate.")) << found[0].text;
  EXPECT_TRUE(found[1].text.starts_with("The wall of the town")) << found[1].text;
  EXPECT_TRUE(found[1].text.ends_with(".")) << found[1].text;
}

TEST(Snippet, MarksPartOfAWordLongerThanThePassage) {
  const std::string letters(5000, 'x');
  const std::string text = "a " + letters + " b";
  const std::vector<TextMatch> matches{{2, 5002, 0, true}};
  const auto found = best_passages(text, matches, make_units({{kPlainWord, "x"}}), {1, 100});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, std::string(100, 'x'));
  EXPECT_THAT(found[0].marks, testing::ElementsAre(testing::Pair(0U, 100U)));
}

TEST(Snippet, GivesAsManyPassagesAsAskedForAndThereAre) {
  std::string text;
  for (int i = 0; i < 10; ++i) {
    text += "sea " + filler(100);
  }
  const auto units = make_units({{kPlainWord, "sea"}});
  EXPECT_EQ(passages(text, units, {5, 80}).size(), 5U);
  EXPECT_EQ(passages(text, units, {50, 80}).size(), 10U);
}

}  // namespace
}  // namespace lede
