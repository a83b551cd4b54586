// Extraction as a whole: titles, what is taken out and kept, and what declared fields are worth.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace lede {
namespace {

constexpr std::int64_t kDayOfPage = 1717113600;
const std::string kProse =
    "The keeper of the light painted a moon on the wall of the lamp room, and nobody on the island "
    "can say why he did so or who gave him the paint for it.";

Article scraped(const std::string& text, std::int64_t modified = 0) {
  RawPage page;
  page.text = text;
  page.scraped = true;
  return extract_article(std::move(page), modified);
}

TEST(Extract, FindsTheTitle) {
  struct Case {
    std::string head;
    const char* title;
  };
  const Case cases[] = {
      {"Keeper paints the moon\n\n", "Keeper paints the moon"},
      {"Heron returns\n\n", "Heron returns"},
      {"World\n\nKeeper of the light paints the moon\n\n", "Keeper of the light paints the moon"},
      {"Sea Power and Light News\n\nLIGHT WATCH\nKeeper paints\nKeeper paints\n", "Keeper paints"},
      {"THE ECHO\nHome | News | Tides\n\nSea\n\nKeeper paints the moon\n\nBy Ada Quill\n\n",
       "Keeper paints the moon"},
      {"Echo Daily  >  Sea\n\nKeeper paints the moon\n\n", "Keeper paints the moon"},
      {"MNA-0314-1437 / GENERAL / SEA, LIGHT\nKeeper paints the moon\n\n",
       "Keeper paints the moon"},
      {"ECHO\n\nSkip to content\nLatest\nWorld\nSeas\n\nKeeper paints the moon\n\nTweet\nShare\n\n",
       "Keeper paints the moon"},
      {"The Echo \u2013 news from the Head and sometimes further\n\n\u00AB Older   Newer \u00BB\n\n"
       "Keeper paints the moon\n\n",
       "Keeper paints the moon"},
      {"By Ada Quill\n31 May 2024\nKeeper paints the moon\n\n", "Keeper paints the moon"},
      {"湿地迎来候鸟 新设观鸟步道限制人数\n\n", "湿地迎来候鸟 新设观鸟步道限制人数"},
      {"", ""},
  };
  for (const Case& c : cases) {
    const Article article = scraped(c.head + kProse + "\n\n" + kProse + "\n");
    EXPECT_EQ(article.title, c.title) << c.head;
    EXPECT_EQ(article.text, kProse + "\n\n" + kProse) << c.head;
  }
}

TEST(Extract, WrappedTextAndPictureCreditsAreNoHeadlines) {
  const Article wrapped = scraped(
      "Lamp makers\n\nDoes anyone have any information or advice on large lamps of\n"
      "the older kind, and where the glass for them is to be had now?\n\nThanks\n");
  EXPECT_EQ(wrapped.title, "Lamp makers");
  EXPECT_TRUE(wrapped.text.starts_with("Does anyone"));
  const Article credited =
      scraped("Moon men\n\nThe keeper in his lamp room (Photo: A. Quill)\n\n" + kProse + "\n");
  EXPECT_EQ(credited.title, "Moon men");
}

TEST(Extract, ALongHeadlineIsOneStill) {
  const std::string title =
      "Keeper of the light paints a moon on the wall of the lamp room, is asked why by the U.S. "
      "consul and by the council, and tells both that it was for the moths, who had asked for it";
  EXPECT_EQ(scraped(title + "\n\n" + kProse + "\n").title, title);
  EXPECT_EQ(scraped(kProse + "\n\n" + kProse + "\n").title, "");
}

TEST(Extract, ATitleAloneHasNoText) {
  const Article article = scraped("Heron returns");
  EXPECT_EQ(article.title, "Heron returns");
  EXPECT_EQ(article.text, "");
}

TEST(Extract, ReadsTheHeadOfAPage) {
  const Article article = scraped(
      "Keeper paints the moon\n\nBy Ada QUILL\nBrodno (MNA) May 31, 2024\n\n" + kProse + "\n");
  EXPECT_EQ(article.author, "Ada QUILL");
  EXPECT_EQ(article.place, "Brodno");
  EXPECT_EQ(article.agency, "MNA");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->instant, kDayOfPage);
  EXPECT_EQ(article.published->from, "dateline");
  EXPECT_EQ(article.text, kProse);
}

TEST(Extract, ReadsPublishedBelowAStandfirst) {
  const Article article = scraped("Keeper paints the moon\n\n" + kProse +
                                  "\n\nPublished\n\non\n\n31 May 2024\n\n" + kProse + "\n");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->instant, kDayOfPage);
  EXPECT_EQ(article.published->from, "published-line");
  EXPECT_EQ(article.text, kProse + "\n\n" + kProse);
}

TEST(Extract, ReadsTheEndOfAPage) {
  const Article article = scraped("Keeper paints the moon\n\n" + kProse + "\n\n" + kProse +
                                  "\n\nBy Ada Quill\n31 May 2024, 06.00\n\nPost a Comment\n");
  EXPECT_EQ(article.author, "Ada Quill");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->instant, kDayOfPage + 21600);
  EXPECT_EQ(article.text, kProse + "\n\n" + kProse);
}

TEST(Extract, DatesOfTheStoryAreNotThoseOfThePage) {
  for (const std::string& middle :
       {std::string("31 May 2024\n\n"), std::string("Updated: 31 May 2024\n\n"),
        std::string("The light was built on 31 May 1924.\n\n")}) {
    const Article article = scraped("Keeper paints the moon\n\n" + kProse + "\n\n" + middle +
                                    kProse + "\n\n31 May 2024\n\n" + kProse + "\n");
    EXPECT_FALSE(article.published) << middle;
  }
}

TEST(Extract, DatesAfterTheFileAreRefused) {
  const std::string page = "Keeper paints the moon\n31 May 2024\n\n" + kProse + "\n";
  EXPECT_TRUE(scraped(page, kDayOfPage).published);
  EXPECT_FALSE(scraped(page, kDayOfPage - 172800).published);
}

TEST(Extract, ZonesLieWhereTheyStoodAndNothingIsLost) {
  const std::string page = "World\n\nKeeper of the light paints the moon\n\nBy Ada Quill\n\n" +
                           kProse + "\n\nTweet\n\n" + kProse +
                           "\n\nRelated Links\nA list\nAnother list\n";
  const Article article = scraped(page);
  std::size_t covered = 0;
  for (const Zone& zone : article.zones) {
    EXPECT_EQ(page.substr(zone.start, zone.end - zone.start), zone.text) << zone.kind;
    EXPECT_FALSE(zone.why.empty());
    covered += zone.text.size();
  }
  const auto words = [](const std::string& text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c != '\n' && c != ' '; });
  };
  std::string out = article.text;
  for (const Zone& zone : article.zones) {
    out += zone.text;
  }
  EXPECT_EQ(words(out), words(page));
  EXPECT_GT(covered, 0U);
}

TEST(Extract, DeclaredFieldsWinOverTheText) {
  RawPage page;
  page.declared.title = "Keeper paints the moon";
  page.declared.author = "Declared Author";
  page.text = "Keeper Paints the Moon\n\nBy Ada Quill\n\n" + kProse;
  page.scraped = true;
  const Article article = extract_article(std::move(page), 0);
  EXPECT_EQ(article.title, "Keeper paints the moon");
  EXPECT_EQ(article.author, "Declared Author");
  EXPECT_EQ(article.text, kProse);
}

TEST(Extract, TextsThatAreNotScrapedStayWhole) {
  RawPage page;
  page.text = "PARIS, June 3 (Reuters) - " + kProse + "\n\nTrending\n\nBy Ada Quill\n";
  const std::string whole = page.text.substr(0, page.text.size() - 1);
  const Article article = extract_article(std::move(page), 0);
  EXPECT_EQ(article.text, whole);
  EXPECT_EQ(article.place, "Paris");
  EXPECT_EQ(article.agency, "Reuters");
  EXPECT_EQ(article.author, "");
  EXPECT_TRUE(article.zones.empty());
}

TEST(Extract, HugePagesTakeLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(scraped(std::string(std::size_t{5} << 20, 'x')).text.size(), std::size_t{5} << 20);
  std::string lines;
  for (int i = 0; i < 300000; ++i) {
    lines += "Related Links\nshort\n";
  }
  EXPECT_FALSE(scraped(kProse + "\n" + kProse + "\n" + lines).text.empty());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(took.count(), 60);
}

TEST(Extract, LettersAndTheirAccentsAreOne) {
  RawPage page;
  page.declared.title = "Cafe\u0301";
  page.text = "Cre\u0300me bru\u0302le\u0301e, \u0438\u0306, \u1112\u1161\u11AB";
  page.furniture = {{"navigation", page.text.size() + 2, page.text.size() + 6, "", "Menu"}};
  const Article article = extract_article(std::move(page), 0);
  EXPECT_EQ(article.title, "Caf\u00E9");
  EXPECT_EQ(article.text, "Cr\u00E8me br\u00FBl\u00E9e, \u0439, \uD55C");
  EXPECT_EQ(article.zones[0].start, article.text.size() + 2);
  EXPECT_EQ(article.zones[0].end, article.text.size() + 6);
}

}  // namespace
}  // namespace lede
