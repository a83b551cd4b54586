// Lines that repeat: what is learned, what is taken out, and above all what stays.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/repeats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/extract.h"
#include "indexer/extract/line_learner.h"

namespace lede {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Outlet kOutlet{"host:gazette.example", "gazette.example"};
const std::string kMenu = "Tides by the hour\nLetters from the keeper\n\n";
const std::string kFoot = "\n\nWalks from the lighthouse\n\nThe Gazette is printed in the tower.";

// A sentence of words that no other number gives.
std::string sentence(int number, int words) {
  std::mt19937 random(static_cast<unsigned>(number));
  std::string text = "And";
  for (int i = 0; i < words; ++i) {
    text += ' ';
    for (int letters = 2 + static_cast<int>(random() % 7); letters > 0; --letters) {
      text += static_cast<char>('a' + random() % 26);
    }
  }
  return text + ".";
}

// Two paragraphs that no other article has.
std::string story(int number) {
  return sentence(2 * number, 40) + "\n\n" + sentence(2 * number + 1, 25);
}

// The same text with another number in each sentence.
std::string form_letter(int number) {
  const std::string n = std::to_string(number);
  return "The council counted " + n + " lamps along the quay on Monday, and " + n +
         " more that nobody had lit since the old harbour master left the island for good.\n\n"
         "Of those " +
         n + " lamps most will burn again by the " + n + "th week of the year, it was promised.";
}

RepeatedLines learned_from(const std::vector<std::string>& pages) {
  LineLearner learner;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    learner.add(kOutlet, std::to_string(i), pages[i]);
  }
  const LearnedLines learned = learner.learn();
  const auto found = learned.find(kOutlet.key);
  return found == learned.end() ? RepeatedLines() : found->second;
}

// Learned from ten articles between kMenu and kFoot.
RepeatedLines gazette() {
  std::vector<std::string> pages;
  for (int i = 0; i < 10; ++i) {
    pages.push_back(kMenu + story(i) + kFoot);
  }
  return learned_from(pages);
}

std::string without_repeats(const std::string& page, const RepeatedLines& repeated) {
  Lines lines(page);
  take_repeats(lines, repeated);
  return lines.untouched_text();
}

bool knows(const RepeatedLines& repeated, std::string_view line) {
  return repeated.lines.contains(line_hash(line));
}

TEST(Outlets, AreToldByAddressThenPublisherThenFolder) {
  Article article;
  const Outlet folder{"folder:0", "this folder"};
  EXPECT_EQ(outlet_of(article, folder).key, "folder:0");
  article.publisher = "The Gazette";
  EXPECT_EQ(outlet_of(article, folder).key, "name:the gazette");
  for (const char* url : {"https://www.gazette.example/a/b", "http://GAZETTE.example:8080?x",
                          "https://gazette.example", "https://reader@gazette.example/a#b"}) {
    article.url = url;
    EXPECT_EQ(outlet_of(article, folder).key, "host:gazette.example") << url;
  }
  article.url = "no address";
  EXPECT_EQ(outlet_of(article, folder).name, "The Gazette");
}

TEST(Repeats, GoFromBothEndsWithTheirReason) {
  const std::string page = kMenu + story(77) + kFoot;
  EXPECT_EQ(without_repeats(page, gazette()), story(77));
  Lines lines(page);
  EXPECT_EQ(take_repeats(lines, gazette()), 4U);
  const std::vector<Zone> zones = lines.zones();
  ASSERT_THAT(zones, SizeIs(2));
  EXPECT_EQ(zones[0].kind, kRepeatedKind);
  EXPECT_EQ(zones[0].text, "Tides by the hour\nLetters from the keeper");
  EXPECT_EQ(zones[1].why, "repeats in 10 of 10 articles of gazette.example");
  EXPECT_EQ(page.substr(zones[1].start, zones[1].end - zones[1].start), zones[1].text);
}

TEST(Repeats, AreTheSameInOtherCaseAndBlanks) {
  EXPECT_EQ(without_repeats("TIDES  by the Hour\n\n" + story(1), gazette()), story(1));
}

TEST(Repeats, StayBetweenLinesOfTheStory) {
  const std::string page = story(1) + "\n\nWalks from the lighthouse\n\n" + story(2) +
                           "\n\nThe Gazette is printed in the tower.\n\n" + story(3);
  EXPECT_EQ(without_repeats(page, gazette()), page);
}

TEST(Repeats, StayWhereThePageHasNothingOfItsOwn) {
  const std::string page = kMenu + "One lamp" + kFoot;
  EXPECT_EQ(without_repeats(page, gazette()), page);
}

TEST(Repeats, StayAsHeadingsOfAList) {
  const std::string list = "Walks from the lighthouse\n\n1. To the north beach\n2. To the mill";
  EXPECT_EQ(without_repeats(story(1) + "\n\n" + list, gazette()), story(1) + "\n\n" + list);
}

TEST(Learning, NeedsFiveArticles) {
  std::vector<std::string> pages;
  for (int i = 0; i < 5; ++i) {
    EXPECT_FALSE(knows(learned_from(pages), "Walks from the lighthouse")) << i;
    pages.push_back(story(i) + kFoot);
  }
  EXPECT_TRUE(knows(learned_from(pages), "Walks from the lighthouse"));
  EXPECT_FALSE(knows(learned_from(pages), "The Gazette is printed in the tower."));
}

TEST(Learning, NeedsAShareOfTheArticlesAndMoreOfASentence) {
  std::vector<std::string> pages;
  for (int i = 0; i < 100; ++i) {
    pages.push_back(story(i) + (i < 20 ? kFoot : i < 29 ? "\n\nHalf price" : ""));
  }
  const RepeatedLines repeated = learned_from(pages);
  EXPECT_EQ(repeated.articles, 100U);
  EXPECT_TRUE(knows(repeated, "Walks from the lighthouse"));
  EXPECT_FALSE(knows(repeated, "The Gazette is printed in the tower.")) << "one in five";
  EXPECT_FALSE(knows(repeated, "Half price")) << "nine in a hundred";
}

TEST(Learning, TakesNoLeadNoRefrainAndNoHeadingWithin) {
  std::vector<std::string> pages;
  for (int i = 0; i < 20; ++i) {
    pages.push_back("The weather first, as the harbour office gives it.\n\n" + story(i) +
                    "\n\nWhat happens next\n\n" + story(100 + i) +
                    "\n\nAnd the sea went on as before.\n\n" + story(200 + i));
  }
  EXPECT_THAT(learned_from(pages).lines, IsEmpty());
}

TEST(Learning, IsNotMisledByCopiesOfOneArticle) {
  std::vector<std::string> pages;
  for (int i = 0; i < 20; ++i) {
    // Each has a new first paragraph; all else is the same, headings and an end without a verb too.
    pages.push_back(sentence(i, 20) + "\n\nThe quay\n\n" + story(500) + "\n\n" + story(501) +
                    "\n\nMore to follow");
  }
  EXPECT_THAT(learned_from(pages).lines, IsEmpty());
}

TEST(Learning, IsNotMisledByOneTextWithNamesExchanged) {
  std::vector<std::string> pages;
  for (int i = 0; i < 20; ++i) {
    pages.push_back(form_letter(i) +
                    "\n\nNobody counts the lamps of other islands, said the council.");
  }
  EXPECT_THAT(learned_from(pages).lines, IsEmpty());
}

TEST(Learning, DoesNotDependOnTheOrderOfTheArticles) {
  std::vector<int> numbers(400);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    numbers[i] = static_cast<int>(i);
  }
  const auto learned = [&] {
    LineLearner learner;
    for (const int i : numbers) {
      learner.add(kOutlet, std::to_string(i), story(i) + (i % 3 == 0 ? kFoot : ""));
    }
    return learner.learn().at(kOutlet.key);
  };
  const RepeatedLines first = learned();
  std::mt19937 random(3);
  std::shuffle(numbers.begin(), numbers.end(), random);
  EXPECT_EQ(learned().lines, first.lines);
  EXPECT_EQ(first.articles, 200U) << "more are not compared";
}

// Whatever pages are made of: nothing is lost, and no line between running text goes.
TEST(Learning, NeverTakesFromTheMiddleOfAnyPage) {
  std::mt19937 random(11);
  const auto any = [&](std::size_t most) { return random() % most; };
  const std::vector<std::string> kinds = {"Walks", "Get the paper",
                                          "The keeper writes. He does so.",
                                          "It is printed in the old tower by its own readers."};
  std::vector<std::string> pages;
  for (int i = 0; i < 60; ++i) {
    std::string page;
    for (std::size_t lines = 3 + any(12); lines > 0; --lines) {
      page +=
          (any(3) == 0 ? story(static_cast<int>(any(5000))) : kinds[any(kinds.size())]) + "\n\n";
    }
    pages.push_back(page);
  }
  const RepeatedLines repeated = learned_from(pages);
  for (const std::string& page : pages) {
    Lines lines(page);
    take_repeats(lines, repeated);
    std::size_t first = lines.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].running && !knows(repeated, lines[i].text)) {
        first = std::min(first, i);
        last = i;
      }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_TRUE(lines.is_text(i) || i < first || i > last) << lines[i].text;
      EXPECT_TRUE(lines.is_text(i) || knows(repeated, lines[i].text)) << lines[i].text;
    }
  }
}

RepeatsKnown known(const LearnedLines& learned) { return {&learned, kOutlet}; }

TEST(Extraction, ReadsFieldsBeforeItTakesWhatRepeats) {
  LearnedLines learned;
  learned[kOutlet.key] = gazette();
  learned[kOutlet.key].lines[line_hash("By Maud Ellery")] = 10;
  learned[kOutlet.key].lines[line_hash("(MNA)")] = 10;
  RawPage page;
  page.scraped = true;
  page.text = "Lamps on the quay\nBy Maud Ellery\n\n" + story(1) + "\n\n(MNA)" + kFoot;
  const Article article = extract_article(std::move(page), 0, known(learned));
  EXPECT_EQ(article.author, "Maud Ellery");
  EXPECT_EQ(article.text, story(1));
}

Article learned_article(const std::string& text, const LearnedLines& learned = {}) {
  RawPage page;
  page.scraped = true;
  page.text = text;
  return extract_article(std::move(page), 0, known(learned));
}

const std::string kSiteName = "The weekly paper of the island of Sandrey\n\n";

std::string headline(int number) {
  return "The council counts its lamps for the " + std::to_string(number) + "th time";
}

TEST(Extraction, TakesNoLineOfEveryPageForTheHeadline) {
  const auto page = [](int i) { return kSiteName + headline(i) + "\n\n" + story(i); };
  ASSERT_EQ(learned_article(page(1)).title + "\n\n", kSiteName) << "else there is nothing to learn";
  const auto learn = [&](const LearnedLines& known) {
    LineLearner learner;
    for (int i = 0; i < 10; ++i) {
      const Article article = learned_article(page(i), known);
      learner.add(kOutlet, std::to_string(i), article.text, head_of(article));
    }
    return learner.learn();
  };
  const LearnedLines learned = learn({});
  const Article article = learned_article(page(77), learned);
  EXPECT_EQ(article.title, headline(77));
  EXPECT_EQ(article.text, story(77));
  EXPECT_EQ(learn(learned).at(kOutlet.key).lines, learned.at(kOutlet.key).lines)
      << "what is known is learned again";
}

TEST(Extraction, TakesARepeatedHeadlineWhereThereIsNoOther) {
  LearnedLines learned;
  learned[kOutlet.key] = gazette();
  learned[kOutlet.key].lines[line_hash("Letters to the keeper")] = 10;
  EXPECT_EQ(learned_article("Letters to the keeper\n\n" + story(1), learned).title,
            "Letters to the keeper");
}

TEST(Extraction, LeavesAllElseOfADeclaredTextAsItIs) {
  LearnedLines learned;
  learned[kOutlet.key] = gazette();
  RawPage page;
  page.text = "  indented\t line\n" + story(1) + "\n\n\n\n" + story(2) + kFoot;
  const Article article = extract_article(std::move(page), 0, known(learned));
  EXPECT_EQ(article.text, "indented\t line\n" + story(1) + "\n\n\n\n" + story(2));
  EXPECT_THAT(article.zones, SizeIs(1));
}

// Where a line stood is right but for blanks.
void expect_same(const std::vector<Zone>& found, const std::vector<Zone>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].kind, expected[i].kind);
    EXPECT_EQ(found[i].why, expected[i].why);
    EXPECT_EQ(found[i].text, expected[i].text);
    EXPECT_NEAR(static_cast<double>(found[i].start), static_cast<double>(expected[i].start), 2);
    EXPECT_EQ(found[i].end - found[i].start, expected[i].end - expected[i].start);
  }
}

// An article as it was extracted, with and without what was learned.
Article extracted(const LearnedLines& learned) {
  RawPage page;
  page.scraped = true;
  page.text = "Lamps on the quay\nBy Maud Ellery\n\nTides by the hour\n\n" + story(1) +
              "\nTweet\n" + kFoot + "\n\nShare this\n";
  return extract_article(std::move(page), 0, known(learned));
}

TEST(Renewal, GivesWhatExtractionWouldHave) {
  LearnedLines learned;
  learned[kOutlet.key] = gazette();
  const Article with = extracted(learned);
  const Article without = extracted({});
  ASSERT_THAT(with.text, Not(HasSubstr("Walks")));
  ASSERT_THAT(without.text, HasSubstr("Walks"));

  Article article = without;
  EXPECT_TRUE(renew_repeats(article, &learned.at(kOutlet.key)));
  EXPECT_EQ(article.text, with.text);
  expect_same(article.zones, with.zones);
  EXPECT_FALSE(renew_repeats(article, &learned.at(kOutlet.key))) << "nothing is left to do";
  expect_same(article.zones, with.zones);
}

TEST(Renewal, PutsBackWhatRepeatsNoMore) {
  LearnedLines learned;
  learned[kOutlet.key] = gazette();
  Article article = extracted(learned);
  EXPECT_TRUE(renew_repeats(article, nullptr));
  EXPECT_THAT(article.text, HasSubstr("Tides by the hour"));
  EXPECT_THAT(article.text, HasSubstr("Walks from the lighthouse"));
  for (const Zone& zone : article.zones) {
    EXPECT_NE(zone.kind, kRepeatedKind);
  }
  EXPECT_TRUE(renew_repeats(article, &learned.at(kOutlet.key)));
  EXPECT_EQ(article.text, extracted(learned).text);
}

TEST(Renewal, LeavesArticlesWithoutRepeatsAlone) {
  Article article;
  article.text = "\u00A0A text with odd blanks.\n \nAnd a second line.\t";
  const Article before = article;
  EXPECT_FALSE(renew_repeats(article, nullptr));
  const RepeatedLines repeated = gazette();
  EXPECT_FALSE(renew_repeats(article, &repeated));
  EXPECT_EQ(article, before);
}

}  // namespace
}  // namespace lede
