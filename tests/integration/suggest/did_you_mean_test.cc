// Did you mean: what is corrected, and above all what is left alone.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/integration/suggest/small_archive.h"

namespace lede::test {
namespace {

struct Answer {
  std::string query;  // empty: no suggestion
  std::uint64_t total = 0;
};

class DidYouMeanTest : public testing::Test {
 protected:
  DidYouMeanTest() {
    archive_.add("The minister said the harbour wall was to be raised before the storm.", 30);
    archive_.add("A golden medal for the ferry crew of the island, said the mayor of the town.",
                 60);
    archive_.add("He spoke with Volodymyr Zelensky about weapons and long range missiles.", 40);
    archive_.add("The aircraft carrier left port with weapons on board.", 25);
    archive_.add("Nothing to see here but plain words about weather and sports in general.", 120);
  }

  Answer ask(const std::string& query, Match match = Match::kAuto) {
    SearchRequest request;
    request.query = query;
    request.match = match;
    auto searcher = archive_.searcher();
    const auto response = searcher.search(request);
    EXPECT_TRUE(response.has_value()) << query;
    if (!response || !response->did_you_mean) {
      return {};
    }
    return {response->did_you_mean->query, response->did_you_mean->total};
  }

  std::string meant(const std::string& query) { return ask(query).query; }

  SmallArchive archive_;
};

TEST_F(DidYouMeanTest, OneWrongLetter) {
  EXPECT_EQ(meant("harbiur"), "harbour");
  EXPECT_EQ(meant("wepons"), "weapons");
  EXPECT_EQ(meant("weaopns"), "weapons");
  EXPECT_EQ(meant("miniister"), "minister");
}

TEST_F(DidYouMeanTest, CountsWhatTheCorrectedQueryFinds) {
  EXPECT_EQ(ask("harbiur wall").total, 30U);
  EXPECT_EQ(ask("wepons").total, 65U);
}

TEST_F(DidYouMeanTest, NamesSpelledOtherwise) {
  EXPECT_EQ(meant("zelenskyy"), "zelensky");
  EXPECT_EQ(meant("zelenskij"), "zelensky");
  EXPECT_EQ(meant("zelenski"), "") << "has the same stem: found as it is";
  EXPECT_EQ(meant("Volodimir Zelenskiy"), "Volodymyr Zelensky");
}

TEST_F(DidYouMeanTest, SeveralWordsAtOnce) {
  EXPECT_EQ(meant("harbiur wlal storn"), "harbour wall storm");
}

TEST_F(DidYouMeanTest, KeepsWhatWasTypedAroundTheWord) {
  EXPECT_EQ(meant("  \"harbiur wall\"  -sports (storm OR ferry)"),
            "  \"harbour wall\"  -sports (storm OR ferry)");
  EXPECT_EQ(meant("Harbiur, wall!"), "Harbour, wall!");
  EXPECT_EQ(meant("harbiur^2 lang:en"), "harbour^2 lang:en");
}

TEST_F(DidYouMeanTest, ChoosesWhatStandsWithTheOtherWords) {
  archive_.add("The wool trade of the valley and its price.", 80);
  EXPECT_EQ(meant("wsll"), "wall");
  EXPECT_EQ(meant("harbour woll"), "harbour wall");
  EXPECT_EQ(meant("woll trade"), "wool trade");
}

TEST_F(DidYouMeanTest, SideBySideCountsMoreThanSomewhereInTheArticle) {
  archive_.add("The house stood by the sea, and the horse race was long.", 20);
  archive_.add("The house stood by the sea, where a race of ducks was long since gone.", 10);
  EXPECT_EQ(meant("hosse race"), "horse race");
}

// The planner makes them meet, so there is nothing to correct.
TEST_F(DidYouMeanTest, WordsTypedAsOneOrApartAreFoundAsTheyAre) {
  auto searcher = archive_.searcher();
  for (const char* query : {"air craft carrier", "harbourwall", "longrange missiles"}) {
    SearchRequest request;
    request.query = query;
    const auto response = searcher.search(request);
    ASSERT_TRUE(response.has_value());
    EXPECT_GE(response->total, 25U) << query;
    EXPECT_FALSE(response->did_you_mean.has_value()) << query;
  }
}

TEST_F(DidYouMeanTest, AWordFoundInAnotherWritingIsRight) {
  archive_.add("The sea gull cried.", 3);
  archive_.add("The seagill is a fish, they say.", 20);
  EXPECT_EQ(meant("seagull"), "");
}

TEST_F(DidYouMeanTest, AGoodQueryIsNeverCorrected) {
  EXPECT_EQ(meant("harbour wall"), "");
  EXPECT_EQ(meant("weapons"), "");
  EXPECT_EQ(meant("weapon"), "") << "found by its stem";
  EXPECT_EQ(meant("to be or not to be"), "");
}

// Xapian's own parser offers corrections of words that have hits.
TEST_F(DidYouMeanTest, ARareNameThatExistsIsNotMadeACommonWord) {
  archive_.add("The crew thanked Anna Bolden for the golden medal.", 1);
  archive_.add("A report by Ruth Mayor and the mayor, and by Ruth Mayar.", 1);
  EXPECT_EQ(meant("bolden"), "");
  EXPECT_EQ(meant("Bolden"), "");
  EXPECT_EQ(meant("anna bolden"), "");
  EXPECT_EQ(meant("bolden weather"), "") << "no article has both, but the name is right";
}

TEST_F(DidYouMeanTest, ARareWordOfOtherArticlesIsRight) {
  archive_.add("A folden of straw, said the farmer.", 1);
  EXPECT_EQ(meant("folden"), "");
}

TEST_F(DidYouMeanTest, ASlipThatIsInTheArchiveTooIsCorrected) {
  archive_.add("The minster and the minister disagreed, said the minister.", 1);
  EXPECT_EQ(meant("minster"), "minister");
}

TEST_F(DidYouMeanTest, AnotherSpellingOfARareNameIsOffered) {
  archive_.add("A letter to Zelenskiy was found.", 2);
  EXPECT_EQ(meant("zelenskiy"), "zelensky");
}

TEST_F(DidYouMeanTest, WordsThatNeverMeetAreNotCorrected) {
  EXPECT_EQ(meant("harbour sports"), "") << "both are words; there is no such article";
}

TEST_F(DidYouMeanTest, OnlyWhereItFindsMore) {
  EXPECT_EQ(meant("harbiur sports"), "") << "harbour and sports meet nowhere";
  EXPECT_EQ(meant("qqqqqqq"), "");
}

TEST_F(DidYouMeanTest, NothingForFieldsFiltersNumbersAndAddresses) {
  for (const char* query : {"author:zelensky1", "title:harbiur", "id:harbiur", "F-61", "20255",
                            "wepons2", "https://harbiur.example/wal", "someone@harbiur.example",
                            "harbiur.txt", "#harbiur", "-harbiur", "harbiu*", "date:2024"}) {
    EXPECT_EQ(meant(query), "") << query;
  }
}

TEST_F(DidYouMeanTest, NothingForWordsInsistedOn) {
  EXPECT_EQ(meant("\"harbiur\""), "");
  EXPECT_EQ(meant("+harbiur"), "");
}

TEST_F(DidYouMeanTest, NothingForShortWords) { EXPECT_EQ(meant("tha"), ""); }

TEST_F(DidYouMeanTest, ForEveryKindOfMatching) {
  EXPECT_EQ(ask("harbiur wall", Match::kAll).query, "harbour wall");
  EXPECT_EQ(ask("harbiur gate", Match::kAny).query, "");
}

TEST_F(DidYouMeanTest, KnowsOtherScripts) {
  Article article;
  article.language = "ru";
  article.text = "Президент Зеленский говорил о гавани.";
  archive_.add(article, 12);
  article.language = "ar";
  article.text = "زار الرئيس الميناء أمس";
  archive_.add(article, 12);
  EXPECT_EQ(meant("Зеленсикй"), "Зеленский");
  EXPECT_EQ(meant("المنياء"), "الميناء");
}

TEST_F(DidYouMeanTest, CanBeSwitchedOff) {
  SearchRequest request;
  request.query = "harbiur";
  request.did_you_mean = false;
  auto searcher = archive_.searcher();
  EXPECT_FALSE(searcher.search(request)->did_you_mean.has_value());
}

TEST_F(DidYouMeanTest, WhateverIsTypedIsAnswered) {
  for (const char* query :
       {"", "harbiur\\ wall", "har\\biur", "((((", "\"", "harbiur NEAR/3 wal", "harbiur OR wepons",
        "'''' ----", "\xFF\xFEharbiur", "l'harbiur", "harbiur's wal"}) {
    meant(query);
  }
  std::string many;
  for (int i = 0; i < 60; ++i) {
    many += "qw" + std::string(1, static_cast<char>('a' + i % 26)) + "rtz ";
  }
  EXPECT_EQ(meant(many), "");
}

}  // namespace
}  // namespace lede::test
