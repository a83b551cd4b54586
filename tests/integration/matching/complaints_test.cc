// What people complain of in other search engines, where it concerns which articles are found and
// what of them is marked. Each test is named for the complaint.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <array>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Complaints : public testing::Test {
 protected:
  void put(const std::string& text) { archive_.put(std::to_string(++articles_), text); }

  std::vector<std::string> found(const std::string& query, Match match = Match::kAll) {
    return test::ids(ask(query, match));
  }

  SearchResponse ask(const std::string& query, Match match = Match::kAll) {
    Searcher searcher = archive_.searcher();
    SearchRequest request;
    request.query = query;
    request.match = match;
    request.limit = 100;
    return test::answer(searcher, request);
  }

  // What is marked in the text of the only hit.
  std::vector<std::string> marked(const std::string& query, Match match = Match::kAll) {
    const SearchResponse response = ask(query, match);
    std::vector<std::string> marks;
    for (const Hit& hit : response.hits) {
      for (const Snippet& snippet : hit.snippets) {
        for (const auto& [from, to] : snippet.marks) {
          marks.push_back(snippet.text.substr(from, to - from));
        }
      }
    }
    return marks;
  }

  test::SmallArchive archive_;
  int articles_ = 0;
};

TEST_F(Complaints, PhrasesOfStopWordsFindNothing) {
  put("To be, or not to be: that was asked.");
  put("To be or to do, not that.");
  EXPECT_THAT(found("\"to be or not to be\""), ElementsAre("1"));
}

TEST_F(Complaints, APhraseWithAStopWordFindsItsWordsAnywhere) {
  put("The ship of the line sailed.");
  put("The line was long, the ship late.");
  EXPECT_THAT(found("\"ship of the line\""), ElementsAre("1"));
}

TEST_F(Complaints, PhrasesOfThreeWordsHaveFalsePositives) {
  put("the old harbour wall");
  put("the old harbour and its old wall, the harbour wall");
  EXPECT_THAT(found("\"old harbour wall\""), ElementsAre("1"));
}

TEST_F(Complaints, AQuotedWordFindsOthersOfItsStem) {
  put("solving a solution");
  put("the SOLR engine solves it");
  EXPECT_THAT(found("\"solr\""), ElementsAre("2"));
  EXPECT_THAT(found("\"solution\""), ElementsAre("1"));
}

TEST_F(Complaints, HyphensFindOnlyThePartBeforeThem) {
  put("a long-range missile");
  put("a long range of hills");
  put("the longrange radar");
  put("long ago, within range");
  for (const std::string query : {"long-range", "longrange"}) {
    EXPECT_THAT(found(query), UnorderedElementsAre("1", "2", "3")) << query;
  }
  EXPECT_THAT(found("long range"), UnorderedElementsAre("1", "2", "3", "4"));
  EXPECT_THAT(found("\"long range radar\""), ElementsAre("3"));
  EXPECT_THAT(found("\"longrange missile\""), ElementsAre("1"));
  EXPECT_THAT(found("longrange NEAR/2 missile"), ElementsAre("1"));
}

TEST_F(Complaints, ModelNumbersMustBeTypedAsTheArticleHasThem) {
  put("an F-16 landed");
  put("an F16 landed");
  put("an F 16 landed");
  put("an F-35 and 16 others");
  for (const std::string query : {"F-16", "F16", "\"F 16\"", "f-16"}) {
    EXPECT_THAT(found(query), UnorderedElementsAre("1", "2", "3")) << query;
  }
  EXPECT_THAT(found("\"an F16 landed\""), UnorderedElementsAre("1", "2", "3"));
}

TEST_F(Complaints, AWordThatIsTwoByChanceIsSplit) {
  put("the season was short");
  put("to the sea, son");
  EXPECT_THAT(found("season"), ElementsAre("1"));
}

TEST_F(Complaints, NearWithOrIsRefusedOrWrong) {
  put("a drone attack on kyiv");
  put("an attack, and far away from all of it on another day some drone over kyiv");
  put("a missile attack");
  EXPECT_THAT(found("(drone OR missile) NEAR/2 attack"), UnorderedElementsAre("1", "3"));
  EXPECT_THAT(found("(drone OR \"far away\") NEAR/1 attack"), ElementsAre("1"));
  EXPECT_THAT(found("(drone OR \"far away\") NEAR/2 attack"), UnorderedElementsAre("1", "2"));
}

TEST_F(Complaints, NearMissesAWordThatCouldBeEitherPart) {
  put("walls and more walls");
  put("one wall");
  EXPECT_THAT(found("wal* NEAR/3 walls"), ElementsAre("1"));
  EXPECT_THAT(found("wall NEAR/3 wall"), ElementsAre("1"));
}

TEST_F(Complaints, NearDoesNotFindOtherFormsOfAWord) {
  put("two missiles were fired");
  EXPECT_THAT(found("missile NEAR/3 fires"), ElementsAre("1"));
}

TEST_F(Complaints, WordsOfAProximitySearchAreMarkedWhereTheyDoNotMatch) {
  put("A drone here. The drone attack there, and then, much later on that same day, an attack.");
  EXPECT_THAT(marked("drone ADJ/1 attack"), ElementsAre("drone", "attack"));
  EXPECT_THAT(marked("\"attack drone\"~1"), ElementsAre("drone", "attack"));
  EXPECT_THAT(marked("drone OR (drone ADJ/1 fleet)"), ElementsAre("drone", "drone"));
}

TEST_F(Complaints, SentencesAreNotRespected) {
  put("The mayor spoke. The minister resigned.");
  put("Dr. Ho, the mayor, resigned on Monday. The mayor was tired.");
  put("mayor\nresigned");
  EXPECT_THAT(found("mayor SENTENCE resigned"), ElementsAre("2"));
  EXPECT_THAT(marked("mayor SENTENCE resigned"), ElementsAre("mayor", "resigned"));
  EXPECT_THAT(found("mayor -(mayor SENTENCE resigned)"), UnorderedElementsAre("1", "3"));
}

TEST_F(Complaints, SeveralDatabasesAreNotSearchedAsOne) {
  test::SmallArchive other;
  put("The mayor now resigned.");
  put("The mayor stayed. The minister resigned.");
  other.put("3", "The minister stayed. The mayor then resigned.");
  other.put("4", "resigned");
  archive_.commit();
  other.commit();
  auto searcher = Searcher::open(std::array{archive_.path(), other.path()});
  ASSERT_TRUE(searcher.has_value()) << searcher.error().message;
  for (const std::string query : {"mayor SENTENCE resigned", "\"the mayor\" NEAR/3 resigned"}) {
    SearchRequest request;
    request.query = query;
    const SearchResponse response = test::answer(*searcher, request);
    EXPECT_THAT(test::ids(response), UnorderedElementsAre("1", "3")) << query;
    EXPECT_EQ(response.total, 2U);
    EXPECT_TRUE(response.total_exact);
  }
}

TEST_F(Complaints, ATitleIsNearTheStartOfItsText) {
  Article article = test::english("1", "attack follows");
  article.title = "A drone";
  archive_.put(article);
  EXPECT_THAT(found("drone NEAR/99 attack"), IsEmpty());
  EXPECT_THAT(found("drone SENTENCE attack"), IsEmpty());
  EXPECT_THAT(found("drone attack"), ElementsAre("1"));
}

TEST_F(Complaints, WildcardsFindNoWordsWithAccentsOrOtherScripts) {
  put("le général est là");
  put("我在北京工作");
  put("Зеленский приехал");
  EXPECT_THAT(found("gen*l"), ElementsAre("1"));
  EXPECT_THAT(found("北*"), ElementsAre("2"));
  EXPECT_THAT(found("Зелен*"), ElementsAre("3"));
  EXPECT_THAT(marked("зел?нский"), ElementsAre("Зеленский"));
}

TEST_F(Complaints, APatternOfSeveralWordsMatchesItsPartsAnywhere) {
  put("the air-defence of the town");
  put("in the air, a defence of the town");
  EXPECT_THAT(found("air-def*"), ElementsAre("1"));
  EXPECT_THAT(marked("air-def*"), ElementsAre("air-defence"));
}

TEST_F(Complaints, APatternThatFindsNothingIsIgnored) {
  put("the town");
  EXPECT_THAT(found("town xyzzy*"), IsEmpty());
  EXPECT_THAT(found("town (xyzzy* NEAR/3 town)"), IsEmpty());
}

TEST_F(Complaints, FuzzyMatchesRankWithExactOnes) {
  for (int i = 0; i < 5; ++i) {
    put("syria syria syria");
  }
  put("Elections were held in many towns and villages, and much was said. Serbia voted too, "
      "with long queues in the rain, and nobody knew yet who would win.");
  const auto ids = found("serbia~2");
  ASSERT_EQ(ids.size(), 6U);
  EXPECT_EQ(ids.front(), "6");
}

TEST_F(Complaints, FuzzyWordsFindStopWords) {
  put("it was cold");
  put("the war went on");
  EXPECT_THAT(found("war~"), ElementsAre("2"));
}

TEST_F(Complaints, FuzzyWordsAreNotMarked) {
  put("Zelenskyy spoke");
  EXPECT_THAT(marked("zelensky~"), ElementsAre("Zelenskyy"));
}

TEST_F(Complaints, UrlsAndPathsMustBeTypedWhole) {
  Article article = test::english("1", "a story");
  article.url = "https://example.com/2024/story-one?from=feed";
  article.path = "2024/report.txt";
  archive_.put(article);
  archive_.put("2", "https://example.org/ is not the url of this");
  for (const std::string query :
       {"url:example.com", "url:https://example.com/2024/story-one", "url:story-one",
        "path:2024/report.txt", "path:report.txt", "path:rep*", "url:example.com/2024*"}) {
    EXPECT_THAT(found(query), ElementsAre("1")) << query;
    EXPECT_THAT(marked(query), IsEmpty()) << query;
  }
  EXPECT_THAT(found("url:example.org"), IsEmpty());
  EXPECT_THAT(found("path:2024/other.txt"), IsEmpty());
}

TEST_F(Complaints, ACompoundFoundInPartShowsNothing) {
  put("It took long.");
  EXPECT_THAT(marked("long-range", Match::kAny), ElementsAre("long"));
  EXPECT_THAT(marked("long-range took", Match::kAuto), ElementsAre("took", "long"));
}

TEST_F(Complaints, WordsOfACompoundAreMarkedWhereTheWholeIsToo) {
  put("It took long for the long-range radar.");
  EXPECT_THAT(marked("long-range", Match::kAuto), ElementsAre("long-range"));
}

TEST_F(Complaints, BoostsAreIgnored) {
  put("a ferry sailed and a ferry came and a train left");
  put("a train left and a train came and a ferry sailed");
  EXPECT_EQ(found("ferry^3 OR train").front(), "1");
  EXPECT_EQ(found("ferry OR train^3").front(), "2");
}

TEST_F(Complaints, AHitByTitleAloneShowsNoText) {
  Article article = test::english("1", "The council met on Monday. Nothing was decided.");
  article.title = "Harbour wall";
  archive_.put(article);
  const SearchResponse response = ask("harbour NEAR/2 wall");
  ASSERT_EQ(response.hits.size(), 1U);
  EXPECT_EQ(response.hits[0].title_marks.size(), 2U);
  ASSERT_EQ(response.hits[0].snippets.size(), 1U);
  EXPECT_EQ(response.hits[0].snippets[0].text.substr(0, 26), "The council met on Monday.");
}

}  // namespace
}  // namespace lede
