// What is planned for a query, shown as Xapian describes its queries.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/planner.h"

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace lede {
namespace {

class Planner : public testing::Test {
 protected:
  QueryPlan plan(std::string_view query, Match match = Match::kAll) {
    const auto parsed = parse_query(query, {});
    EXPECT_TRUE(parsed.has_value()) << query;
    std::vector<std::string> tags;
    for (const auto& language : languages_) {
      tags.push_back(language.tag);
    }
    return plan_query(parsed->root, analyze_query(parsed->root, analyzer_, tags), match,
                      {database_, languages_, analyzer_});
  }
  std::string strict(std::string_view query, Match match = Match::kAll) {
    return plan(query, match).strict.get_description();
  }
  std::string last_step(std::string_view query) {
    return plan(query, Match::kAuto).looser.back().get_description();
  }

  Xapian::Database database_{Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)};
  std::vector<IndexLanguage> languages_{{"en", 100}};
  Analyzer analyzer_;
};

TEST_F(Planner, AWordIsItsStemAndALittleOfItsForm) {
  EXPECT_EQ(strict("Missiles"), "Query((Zmissil AND_MAYBE 0.0625 * missiles))");
}

TEST_F(Planner, AllWordsAreAskedFor) {
  EXPECT_EQ(
      strict("missile strike"),
      "Query(((Zmissil AND_MAYBE 0.0625 * missile) AND (Zstrike AND_MAYBE 0.0625 * strike)))");
}

TEST_F(Planner, NeighboursAreKeptForTheSecondPhase) {
  EXPECT_EQ(plan("missile strike").neighbours,
            (std::vector<NeighbourPair>{{"missile", "strike", true, true}}));
  EXPECT_EQ(plan("missile on the strike").neighbours,
            (std::vector<NeighbourPair>{{"missile", "strike", false, true}}));
  EXPECT_EQ(plan("title:missile title:strike").neighbours,
            (std::vector<NeighbourPair>{{"Smissile", "Sstrike", true, true}}));
  EXPECT_TRUE(plan("missile title:strike").neighbours.empty());
  EXPECT_TRUE(plan("missile -strike").neighbours.empty());
  EXPECT_TRUE(plan("missile \"strike\"").neighbours.empty());
}

TEST_F(Planner, NeighboursCountOncePerPair) {
  EXPECT_EQ(plan("missile strike missile strike").neighbours,
            (std::vector<NeighbourPair>{{"missile", "strike", true, true},
                                        {"strike", "missile", true, false}}));
}

TEST_F(Planner, AnyOfTheWordsWithMatchAny) {
  EXPECT_EQ(strict("missile -strike", Match::kAny),
            "Query(((Zmissil AND_MAYBE 0.0625 * missile) AND_NOT Zstrike))");
}

// Xapian 1.4.22 crashes when all that an OP_MAX is of ends at one article, and it reads the
// operands of an OR below one as its own.
TEST_F(Planner, NeverAsksForXapiansMaximum) {
  languages_ = {{"en", 100}, {"fr", 50}, {"de", 10}};
  for (const auto* query :
       {"we're running", "café", "long-range", "longrange", "title:(long range)", "author:café",
        "U.S.", "wal*", "w?ll", "wall~", "\"long range\" NEAR/3 café", "l'homme", "F-16"}) {
    for (const Match match : {Match::kAll, Match::kAny, Match::kAuto}) {
      const QueryPlan planned = plan(query, match);
      EXPECT_EQ(planned.strict.get_description().find(" MAX "), std::string::npos) << query;
      for (const Xapian::Query& step : planned.looser) {
        EXPECT_EQ(step.get_description().find(" MAX "), std::string::npos) << query;
      }
    }
  }
}

TEST_F(Planner, StopWordsBesideOthersAreNotAskedFor) {
  EXPECT_EQ(strict("the missile"), strict("missile"));
}

TEST_F(Planner, StopWordsAloneAreWords) {
  EXPECT_EQ(strict("to be"),
            "Query(((Zto AND_MAYBE 0.0625 * to) AND (Zbe AND_MAYBE 0.0625 * be)))");
}

TEST_F(Planner, AStopWordWithAPlusIsAskedFor) {
  EXPECT_NE(strict("+the missile"), strict("missile"));
}

TEST_F(Planner, StopWordsOfAPhraseStay) {
  EXPECT_EQ(strict("\"to be or not\""), "Query((to PHRASE 4 be PHRASE 4 or PHRASE 4 not))");
}

TEST_F(Planner, AQuotedWordIsItsVeryForm) { EXPECT_EQ(strict("\"SOLR\""), "Query(solr)"); }

TEST_F(Planner, TheAcronymUsIsNotThePronoun) {
  EXPECT_EQ(strict("U.S. missiles").find("Zus "), std::string::npos);
  EXPECT_NE(strict("U.S. missiles").find("u.s"), std::string::npos);
}

TEST_F(Planner, HyphenatedWordsMeetTheirJoinedForm) {
  const std::string query = strict("long-range");
  EXPECT_NE(query.find("longrange"), std::string::npos) << query;
  EXPECT_NE(query.find("(long PHRASE 2 range)"), std::string::npos) << query;
}

TEST_F(Planner, FieldsHaveTheirPrefix) {
  EXPECT_EQ(strict("title:missiles"), "Query((ZSmissil AND_MAYBE 0.0625 * Smissiles))");
  EXPECT_EQ(strict("source:afp"), "Query(XPafp)");
  EXPECT_EQ(strict("author:\"Danny Kemp\""), "Query((Adanny PHRASE 2 Akemp))");
}

TEST_F(Planner, NearIsXapiansOwnForWordsAndCountsThemAsIfTheyWereAlone) {
  EXPECT_EQ(strict("ferry NEAR/3 harbour"),
            "Query(((0 * (ferry NEAR 4 harbour) AND_MAYBE ferry) AND_MAYBE harbour))");
  EXPECT_EQ(strict("ferry ADJ/3 harbour").find("Query(((0 * (ferry PHRASE 4 harbour)"), 0U);
}

TEST_F(Planner, SentencesAreReadWhereAllWordsAre) {
  const std::string query = strict("ferry SENTENCE harbour");
  EXPECT_NE(query.find("(ferry AND harbour) FILTER PostingSource(TextCheck(ferry harbour))"),
            std::string::npos)
      << query;
}

TEST_F(Planner, APatternWithoutTermsMatchesNothingRatherThanEverything) {
  EXPECT_NE(strict("ferry xyz*"), strict("ferry"));
  EXPECT_FALSE(plan("xyz*").strict.empty());
}

TEST_F(Planner, BoostsScale) {
  EXPECT_EQ(strict("missile^2"), "Query(2 * (Zmissil AND_MAYBE 0.0625 * missile))");
  EXPECT_NE(strict("(ferry OR harbour)^0.5").find("0.5 * ((Zferri"), std::string::npos)
      << strict("(ferry OR harbour)^0.5");
}

TEST_F(Planner, FiltersHaveNoWeight) {
  EXPECT_EQ(strict("missile lang:en"), "Query(((Zmissil AND_MAYBE 0.0625 * missile) FILTER Len))");
}

TEST_F(Planner, ANegationAloneIsEverythingWithout) {
  EXPECT_EQ(strict("-missile"), "Query((0 * <alldocuments> AND_NOT Zmissil))");
  EXPECT_FALSE(plan("-missile").ranked);
}

TEST_F(Planner, NothingButPunctuationAsksForNothing) { EXPECT_TRUE(plan("... !!").strict.empty()); }

TEST_F(Planner, TheLastStepOfAutoIsAnyOfTheWords) {
  EXPECT_EQ(last_step("missile strike -iran"),
            "Query((((Zmissil AND_MAYBE 0.0625 * missile) OR (Zstrike AND_MAYBE 0.0625 * strike)) "
            "AND_NOT "
            "Ziran))");
}

TEST_F(Planner, PhrasesAndWordsWithAPlusAreNeverDropped) {
  EXPECT_EQ(last_step("missile \"long range\""),
            "Query(((long PHRASE 2 range) AND_MAYBE (Zmissil AND_MAYBE 0.0625 * missile)))");
  EXPECT_EQ(last_step("+missile lang:en strike"),
            "Query((((Zmissil AND_MAYBE 0.0625 * missile) AND_MAYBE "
            "(Zstrike AND_MAYBE 0.0625 * strike)) FILTER Len))");
}

TEST_F(Planner, WhatIsExcludedStaysTheSameInEveryStep) {
  EXPECT_NE(last_step("missile strike -(iran talks)").find("AND_NOT (Ziran AND Ztalk))"),
            std::string::npos)
      << last_step("missile strike -(iran talks)");
}

TEST_F(Planner, WordsJoinedByAndAreNotDropped) {
  EXPECT_TRUE(plan("missile AND strike", Match::kAuto).looser.empty());
}

TEST_F(Planner, OneWordCannotBeRelaxed) {
  EXPECT_TRUE(plan("missile", Match::kAuto).looser.empty());
}

TEST_F(Planner, AWordTypedTwiceCountsMoreButIsAskedOnce) {
  EXPECT_EQ(strict("missile missile").find("Query((Zmissil#2 AND_MAYBE 0.0625 * missile#2)"), 0U)
      << strict("missile missile");
}

TEST_F(Planner, StemsOfRareLanguagesCountLess) {
  languages_ = {{"en", 96}, {"fr", 4}};
  const std::string query = strict("universities");
  EXPECT_NE(query.find("0.25 * Z"), std::string::npos) << query;
}

// See searcher/plan/exclusion.cc.
TEST_F(Planner, WhatIsLeftOutIsNotWeighed) {
  const std::string query = strict("ferry -(harbour NEAR/3 wall) -\"long range\"");
  const std::size_t exclusion = query.find("AND_NOT");
  ASSERT_NE(exclusion, std::string::npos) << query;
  EXPECT_NE(query.find("NEAR", exclusion), std::string::npos) << query;
  EXPECT_EQ(query.find("AND_MAYBE", exclusion), std::string::npos) << query;
}

}  // namespace
}  // namespace lede
