// Furniture: what goes, and above all what stays.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/furniture.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/extract/copyright.h"
#include "indexer/extract/furniture_phrases.h"

namespace lede {
namespace {

const std::string kStory =
    "The keeper of the light painted a moon on the wall of the lamp room, and nobody on the island "
    "can say why he did so or who gave him the paint for it.\n\n"
    "He told the council that it was for the moths, which had been flying at the real one for "
    "years "
    "and coming back disappointed, as moths will.\n\n";

std::string after_furniture(const std::string& page) {
  Lines lines(page);
  take_furniture(lines, 0);
  return lines.text();
}

std::string story_text() { return kStory.substr(0, kStory.size() - 2); }

TEST(Furniture, GoesFromAHeadingToTheEnd) {
  for (const char* heading :
       {"Related Links", "RELATED CONTENT", "Subscribe Free To Our Daily Newsletters",
        "Leave a Reply", "Leave a comment", "Post a Comment", "Trending", "0 Comments",
        "Comments (12)", "You may also like", "MORE FROM THE TRIBUNE", "Most read", "Sources",
        "2 thoughts on \u201CMoon\u201D", "Mehr zum Thema", "Laisser un commentaire",
        "Noticias relacionadas", "Материалы по теме"}) {
    EXPECT_EQ(after_furniture(kStory + heading + "\n\nOne thing\nAnother thing\n1. A third\n"),
              story_text())
        << heading;
  }
}

TEST(Furniture, SingleLinesGoAlone) {
  for (const char* line :
       {"Tweet", "Share", "Share this", "Exit mobile version", "Copy link", "Advertisement",
        "Share on Kite   Share by post   Copy link", "Tags: moon, lamp", "Filed under: Light",
        "\u00A9 2024 The Echo. All rights reserved.", "We use cookies to remember you.",
        "Your email address will not be published. Required fields are marked *",
        "Read also: Lamps", "Anzeige", "Lire aussi : Les lampes", "Читайте также: Лампы",
        "mna/tv/hs"}) {
    EXPECT_EQ(after_furniture(kStory + line + "\n\n" + kStory),
              story_text() + "\n\n" + story_text())
        << line;
  }
}

TEST(Furniture, AStoryAfterAHeadingStays) {
  EXPECT_EQ(after_furniture(kStory + "Trending\n\n" + kStory),
            story_text() + "\n\n" + story_text());
}

TEST(Furniture, SentencesThatSpeakOfItStay) {
  for (
      const char* sentence :
      {"Trending stocks fell on Tuesday as the exchange closed early for the first time in a year.",
       "Comments made by the minister on Monday caused an outcry that has not yet died down at "
       "all.",
       "Share prices rose by four percent after the company said that it would buy its own shares.",
       "The film, copyright 2019 by its makers, was shown in the town hall to a full house twice.",
       "Leave a reply, she had written on the door, and by the evening more than forty people had "
       "done "
       "just that.",
       "The report said that the cookies were baked in a kitchen which had never been "
       "inspected."}) {
    EXPECT_NE(after_furniture(kStory + sentence + "\n\n" + kStory + kStory).find(sentence),
              std::string::npos)
        << sentence;
  }
}

TEST(Furniture, NearlyEverythingIsNeverTaken) {
  const std::string page =
      "A moon was seen over the light house last night by all.\n\nRelated Links\n" +
      std::string("One thing\nAnother thing\nA third thing that is a little longer than these\n") +
      "More things\nAnd more things\nAnd yet more things than those\nAnd so on\nAnd on\n" +
      "And a great many more of them to fill the page\nAnd some more to fill it further still\n";
  EXPECT_NE(after_furniture(page).find("Another thing"), std::string::npos);
}

TEST(Furniture, PhrasesMatchWholeWords) {
  EXPECT_EQ(find_furniture_phrase("sharecroppers"), nullptr);
  EXPECT_EQ(find_furniture_phrase("more fromage"), nullptr);
  EXPECT_EQ(find_furniture_phrase(""), nullptr);
  EXPECT_NE(find_furniture_phrase("[share]"), nullptr);
  EXPECT_NE(find_furniture_phrase("loading..."), nullptr);
  EXPECT_EQ(find_furniture_phrase("more in sorrow than in anger, they left"), nullptr);
  EXPECT_EQ(find_furniture_phrase("mehr zu bieten hat nur das meer"), nullptr);
}

TEST(Furniture, IsKnownInOtherLanguages) {
  for (const char* line :
       {"\u00E4hnliche beitr\u00E4ge", "kommentar hinterlassen", "\u00E0 lire \u00E9galement",
        "art\u00EDculos relacionados", "veja tamb\u00E9m", "leggi anche: la lampada",
        "czytaj tak\u017Ce", "lees ook", "читайте также"}) {
    EXPECT_NE(find_furniture_phrase(line), nullptr) << line;
  }
}

TEST(Furniture, SiteLinesAreMenusAndTrails) {
  for (const char* line : {"Home | News | Port", "Kestrel Daily  >  Politics", "Skip to content",
                           "Subscribe   Sign in   Menu", "\u00AB Older   Newer \u00BB", "Menu"}) {
    EXPECT_TRUE(is_site_line(line)) << line;
  }
  for (const char* line : {"Lighthouse keeper paints the moon", "Nine ships - one signature",
                           "By Ada Quill", "Tweet"}) {
    EXPECT_FALSE(is_site_line(line)) << line;
  }
}

std::string holder_of(const std::string& tail, const std::string& head = "") {
  const std::string page = head + kStory + tail;
  return find_copyright_holder(Lines(page)).name;
}

TEST(Copyright, NamesTheOutletOrNobody) {
  struct Case {
    const char* line;
    const char* name;
  };
  const Case cases[] = {
      {"\u00A9 2024 The Echo", "The Echo"},
      {"\u00A9 2019-2024 The Echo. All rights reserved.", "The Echo"},
      {"(c) 2024 Echo Media", "Echo Media"},
      {"Copyright 1995-2024 - Strait Media Group. All sites are alike.", "Strait Media Group"},
      {"Copyright \u00A9 2024, Echo Media Ltd. All rights reserved", "Echo Media Ltd"},
      {"\u00A9 Meridian News Agency 2024. For subscribers only.", "Meridian News Agency"},
      {"The text, unless it is known to be free, is Copyright 2003-2024 - Strait Media Group.",
       "Strait Media Group"},
      {"\u00A9 2024 All rights reserved", ""},
      {"\u00A9 2024", ""},
      {"Copyright law was passed in 2024", ""},
      {"\u00A9 Ada Quill", ""},
      {"COPYRIGHT 2024 ECHOES.COM", ""},
      {"\u00A9 2024 Copyright Holders", ""},
      {"Under section 501(c) 2024 was a year like any other for the society", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(holder_of(c.line), c.name) << c.line;
  }
}

TEST(Copyright, TwoNamesAreNone) {
  EXPECT_EQ(holder_of("\u00A9 2024 The Echo\n\u00A9 2024 Strait Media\n"), "");
}

TEST(Copyright, ThePagesOwnNameIsTheOutlet) {
  EXPECT_EQ(holder_of("\u00A9 2024 Harbour Tribune Company. All rights reserved.",
                      "HARBOUR TRIBUNE\nHome | News | Port\n\n"),
            "Harbour Tribune");
}

TEST(Copyright, ANewsAgencyIsNotTheOutlet) {
  for (const char* name : {"The Associated Press", "AFP", "Lamp Features Syndicate"}) {
    const std::string page = kStory + "Copyright 2024 " + name + ". All rights reserved.";
    EXPECT_TRUE(find_copyright_holder(Lines(page)).agency) << name;
  }
}

}  // namespace
}  // namespace lede
