// Suggestions as one types: words in their context, names, titles, in any script.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/integration/suggest/small_archive.h"

namespace lede::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

Article article(const std::string& title, const std::string& text) {
  Article made;
  made.title = title;
  made.text = text;
  made.language = "en";
  return made;
}

class SuggestTest : public testing::Test {
 protected:
  SuggestTest() {
    Article harbour = article("Harbour wall gives way",
                              "The old harbour wall gave way, said Ann "
                              "Lee of the harbour office in NATO time.");
    harbour.author = "Ann Lee; Bo Roe";
    harbour.publisher = "Kelmouth Ledger";
    harbour.place = "Kelmouth";
    archive_.add(harbour, 5);
    Article ferry = article("Ferry late again",
                            "The water was high and the wagon waited. A ferry "
                            "to Warsaw is a rare thing, said Zelensky.");
    ferry.author = "Ann Leeds";
    ferry.publisher = "Harbour News";
    archive_.add(ferry, 9);
    archive_.add("Nothing of note was written on this day, while the weather was fair.", 30);
  }

  std::vector<Suggestion> suggest(const std::string& typed, std::size_t limit = 10) {
    auto searcher = archive_.searcher();
    const auto response = searcher.suggest({typed, limit});
    EXPECT_TRUE(response.has_value()) << typed;
    return response ? response->suggestions : std::vector<Suggestion>{};
  }

  std::vector<std::string> texts(const std::string& typed, SuggestionKind kind) {
    std::vector<std::string> found;
    for (const Suggestion& suggestion : suggest(typed)) {
      if (suggestion.kind == kind) {
        found.push_back(suggestion.text);
      }
    }
    return found;
  }

  std::vector<std::string> queries(const std::string& typed) {
    return texts(typed, SuggestionKind::kQuery);
  }

  SmallArchive archive_;
};

TEST_F(SuggestTest, CompletesTheWordByFrequency) {
  EXPECT_THAT(queries("wa"), ElementsAre("wagon", "waited", "Warsaw", "water", "wall", "way"))
      << "nine articles, then five; no stop words";
}

TEST_F(SuggestTest, CompletesInTheContextOfTheWordsBefore) {
  EXPECT_THAT(queries("harbour wa"), ElementsAre("harbour wall", "harbour way"));
  EXPECT_THAT(queries("ferry wa").size(), 4U);
  EXPECT_THAT(queries("ferry wa"), Not(Contains("ferry wall")));
}

TEST_F(SuggestTest, CountsTheArticlesTheQueryFinds) {
  const auto suggestions = suggest("harbour wal");
  ASSERT_FALSE(suggestions.empty());
  EXPECT_EQ(suggestions.front(), (Suggestion{SuggestionKind::kQuery, "harbour wall", 5, {}}));
}

TEST_F(SuggestTest, SuggestsTheNextWordAfterASpace) {
  EXPECT_THAT(queries("harbour "), ElementsAre("harbour office", "harbour wall"));
  EXPECT_THAT(queries(" "), IsEmpty());
  EXPECT_THAT(queries(""), IsEmpty());
}

TEST_F(SuggestTest, ShowsWordsAsTheyArePrinted) {
  EXPECT_THAT(queries("nat"), ElementsAre("NATO"));
  EXPECT_THAT(queries("zel"), ElementsAre("Zelensky"));
  EXPECT_THAT(queries("ZEL"), ElementsAre("Zelensky"));
}

TEST_F(SuggestTest, KeepsWhatWasTypedBefore) {
  EXPECT_THAT(queries("-ferry  \"harbour wa"), Contains("-ferry  \"harbour wall"));
  EXPECT_THAT(queries("(ferry OR wall) Har"), Contains("(ferry OR wall) harbour"));
  EXPECT_THAT(queries("source:ledger wal"), ElementsAre("source:ledger wall"));
}

TEST_F(SuggestTest, SuggestsTitlesWithAllTheWords) {
  EXPECT_THAT(texts("harbour wa", SuggestionKind::kTitle), ElementsAre("Harbour wall gives way"));
  EXPECT_THAT(texts("wall harb", SuggestionKind::kTitle), ElementsAre("Harbour wall gives way"));
  EXPECT_THAT(texts("ferry wa", SuggestionKind::kTitle), IsEmpty());
  for (const Suggestion& suggestion : suggest("ferry la")) {
    if (suggestion.kind == SuggestionKind::kTitle) {
      EXPECT_EQ(suggestion.count, 1U);
      EXPECT_FALSE(suggestion.id.empty());
    }
  }
}

TEST_F(SuggestTest, SuggestsNamesWholeAndAsPrinted) {
  EXPECT_THAT(texts("lee", SuggestionKind::kAuthor),
              ElementsAre("author:\"Ann Leeds\"", "author:\"Ann Lee\""));
  EXPECT_THAT(texts("ann le", SuggestionKind::kAuthor),
              ElementsAre("author:\"Ann Leeds\"", "author:\"Ann Lee\""));
  EXPECT_THAT(texts("bo", SuggestionKind::kAuthor), ElementsAre("author:\"Bo Roe\""));
  EXPECT_THAT(texts("kel", SuggestionKind::kSource), ElementsAre("source:\"Kelmouth Ledger\""));
  EXPECT_THAT(texts("kel", SuggestionKind::kPlace), ElementsAre("place:\"Kelmouth\""));
  EXPECT_THAT(texts("ann ro", SuggestionKind::kAuthor), IsEmpty()) << "two people";
}

TEST_F(SuggestTest, CompletesFieldsByNamesAlone) {
  const auto authors = suggest("ferry author:a");
  ASSERT_EQ(authors.size(), 2U);
  EXPECT_EQ(authors.front(),
            (Suggestion{SuggestionKind::kAuthor, "ferry author:\"Ann Leeds\"", 9, {}}));
  EXPECT_THAT(texts("source:\"kelmouth le", SuggestionKind::kSource),
              ElementsAre("source:\"Kelmouth Ledger\""));
  EXPECT_THAT(suggest("lang:e"), IsEmpty());
}

TEST_F(SuggestTest, EveryQuerySuggestedFindsThatMany) {
  auto searcher = archive_.searcher();
  std::size_t checked = 0;
  for (const char* typed : {"h", "wa", "harbour w", "ann", "kel", "the f", "\"harbour o", "le"}) {
    for (const Suggestion& suggestion : suggest(typed)) {
      if (suggestion.kind == SuggestionKind::kTitle) {
        continue;
      }
      SearchRequest request;
      request.query = suggestion.text;
      request.match = Match::kAll;
      EXPECT_EQ(searcher.search(request)->total, suggestion.count) << suggestion.text;
      ++checked;
    }
  }
  EXPECT_GT(checked, 15U);
}

TEST_F(SuggestTest, HasRoomForEachKind) {
  EXPECT_LE(suggest("w", 3).size(), 3U);
  EXPECT_THAT(suggest("harb", 0), IsEmpty());
  EXPECT_EQ(suggest("harb", 1).size(), 1U);
}

TEST_F(SuggestTest, KnowsOtherScripts) {
  Article made;
  made.language = "ja";
  made.text = "東京都は晴れです。";
  archive_.add(made, 3);
  made.language = "ar";
  made.text = "زار الرئيس الميناء أمس";
  archive_.add(made, 3);
  made.language = "ru";
  made.text = "О гавани говорил, как известно, Зеленский вчера.";
  archive_.add(made, 3);
  EXPECT_THAT(queries("東"), Contains(StartsWith("東京")));
  EXPECT_THAT(queries("المي"), ElementsAre("الميناء"));
  EXPECT_THAT(queries("الرئيس المي"), ElementsAre("الرئيس الميناء"));
  EXPECT_THAT(queries("зел"), ElementsAre("Зеленский"));
}

TEST_F(SuggestTest, ManyWordsWithOneLetterAreNoHindrance) {
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (int j = 0; j < 60; ++j) {
      text += "x" + std::to_string(i) + "q" + std::to_string(j) + " ";
    }
    archive_.add(text + "xylophone");
  }
  EXPECT_THAT(queries("x"), Contains("xylophone")) << "frequent, though last of 3601";
}

TEST_F(SuggestTest, WhateverIsTypedIsAnswered) {
  for (const char* typed : {"\"", "((((", "a:", ":", "-", "author:", "author:\"", "\xFF\xFE", "\\",
                            "harbour AND ", "harbour NEAR/3 wa", "*", "wa*", "wa~", "''", "…"}) {
    suggest(typed);
  }
  suggest(std::string(5000, 'w'));
  suggest(std::string(5000, '('));
}

}  // namespace
}  // namespace lede::test
