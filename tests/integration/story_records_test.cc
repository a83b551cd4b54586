// One article of each outlet of the sample corpus, as careless scrapers left it: the exact record
// that is made of it, so that the cases of the seed articles are always asserted.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include "indexer/article_json.h"
#include "indexer/extract.h"
#include "indexer/readers/load.h"
#include "indexer/readers/reader.h"

namespace lede {
namespace {

struct Story {
  const char* file;
  const char* title;
  const char* author;
  const char* publisher;
  const char* agency;
  const char* place;
  const char* published;  // "2024-05-31 dateline"
  const char* first;      // how the first line of the text begins
  const char* last;       // how its last line ends
};

// As a reader of the page sees it.
constexpr Story kStories[] = {
    // Site and section above the headline, which stands twice; byline, dateline; links and teasers
    // below, and a paragraph of terms that names the publisher.
    {"2024-05-31-strait-observer-drevia-lets-ferries-cross",
     "Drevia quietly lets Corvane's long-range ferries cross disputed strait", "Ivo PERRAULT",
     "Strait Media Group", "MNA", "Port Calder", "2024-05-31 dateline",
     "Drevia has secretly lifted part of its ban on", "withdrawn in January with a cracked shaft."},
    // A byline after the last line.
    {"2024-11-20-brightwater-post-first-crossing",
     "Back across the strait: a Tuesday on the Norrey Light", "Hanne Pell", "", "", "", "",
     "We went, of course. Four of us from Brightwater",
     "with a tarpaulin over it in case of rain. It did not rain."},
    // "Published", "on" and the date on lines of their own; comments and cookies below.
    {"2024-03-14-harbour-tribune-ferry-contract",
     "Nine ships, one signature: Maranda bets the quay on the K-22", "Petra SUNDHOLM",
     "Harbour Tribune", "", "", "2024-03-14 published-line", "The pen was borrowed. President",
     "schools will name the rest."},
    // Headline twice, a summary in points, an agency as author, a form and a list below.
    {"2024-06-01-kestrel-daily-ban-lifted-in-secret", "Drevia Lifted Strait Ban in Secret", "", "",
     "MNA", "", "2024-06-01 date-line", "At a Glance",
     "\"a practical answer to a practical problem.\""},
    // Standfirst and a picture's credit; two authors, date and sources below.
    {"2024-04-23-northern-ledger-leaked-annex",
     "Leaked annex bars new ferries from the Sorrel Strait", "Miriam Castellane; Odd Fjeldstad", "",
     "", "", "2024-04-23T06:00Z date-line", "A secret page in the K22 contract",
     "\u201Cand it will wave to us from the other side.\u201D"},
    // An agency's own copy: no year in the dateline, so no date.
    {"2024-03-14-mna-ferry-deal", "Corvane signs $735 million deal for long-range ferries", "",
     "Meridian News Agency", "MNA", "Port Calder", "",
     "PORT CALDER, March 14 (MNA) \u2014 Corvane signed", "to Norrey crosses the strait."},
    // Buttons around the story, the agency between brackets after it.
    {"2024-04-24-vela-now-gate-in-the-fence",
     "'The fence has a gate': Drevia on leaked ferry limits", "", "", "MNA", "", "",
     "Drevia's foreign minister said on Wednesday", "because the discussions are private."},
};

Article read_story(const std::string& name) {
  const auto path = std::filesystem::path(LEDE_SOURCE_DIR) / "corpus" / "story" / (name + ".txt");
  const Result<LoadedFile> file = load_file(path);
  Article article;
  EXPECT_TRUE(file) << path;
  if (file) {
    const Result<void> done =
        reader_for(file->name)
            ->read(
                file->bytes, ReadContext{file->name, {}, 0},
                [&](RawPage&& page) {
                  article = extract_article(std::move(page), 0);
                  return true;
                },
                [](std::string_view, const Error& error) { ADD_FAILURE() << error.message; });
    EXPECT_TRUE(done) << path;
  }
  return article;
}

TEST(StoryRecords, AreExactForEachOutlet) {
  for (const Story& story : kStories) {
    const Article article = read_story(story.file);
    EXPECT_EQ(article.title, story.title);
    EXPECT_EQ(article.author, story.author) << story.file;
    EXPECT_EQ(article.publisher, story.publisher) << story.file;
    EXPECT_EQ(article.agency, story.agency) << story.file;
    EXPECT_EQ(article.place, story.place) << story.file;
    EXPECT_EQ(
        article.published ? date_text(*article.published) + " " + article.published->from : "",
        story.published)
        << story.file;
    EXPECT_TRUE(article.text.starts_with(story.first))
        << story.file << ": " << article.text.substr(0, 80);
    EXPECT_TRUE(article.text.ends_with(story.last))
        << story.file << ": "
        << article.text.substr(article.text.size() -
                               std::min<std::size_t>(80, article.text.size()));
  }
}

// Every field that is set says where it was found, and no other does.
TEST(StoryRecords, SayWhereEachFieldWasFound) {
  for (const Story& story : kStories) {
    const Article article = read_story(story.file);
    std::string set;
    for (const auto& [name, value] :
         {std::pair("title", &article.title), std::pair("author", &article.author),
          std::pair("publisher", &article.publisher), std::pair("agency", &article.agency),
          std::pair("place", &article.place)}) {
      set += value->empty() ? "" : std::string(name) + "\n";
    }
    set += article.published ? "published\n" : "";
    std::string told;
    for (const char* name : {"title", "author", "publisher", "agency", "place", "published"}) {
      for (const FieldOrigin& origin : article.origins) {
        told += origin.field == name ? origin.field + "\n" : "";
      }
    }
    EXPECT_EQ(told, set) << story.file;
  }
}

}  // namespace
}  // namespace lede
