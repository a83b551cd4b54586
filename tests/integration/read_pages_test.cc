// The saved pages of the sample corpus, each of another kind: the exact record that is made of
// them.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article_json.h"
#include "indexer/extract.h"
#include "indexer/readers/reader.h"

namespace lede {
namespace {

using testing::HasSubstr;
using testing::Not;

Article read_page(const std::string& name) {
  const auto path = std::filesystem::path(LEDE_SOURCE_DIR) / "corpus/pages" / name;
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_FALSE(bytes.empty()) << path;
  Article article;
  const Result<void> done = reader_for(name)->read(
      bytes, ReadContext{name, {}, 0},
      [&](RawPage&& page) {
        article = extract_article(std::move(page), 0);
        return true;
      },
      [](std::string_view, const Error& error) { ADD_FAILURE() << error.message; });
  EXPECT_TRUE(done);
  return article;
}

// "field = value (source)", a line each, in the order of the record.
std::string record_of(const Article& article) {
  std::string record;
  const auto add = [&](std::string_view field, const std::string& value) {
    std::string from;
    for (const FieldOrigin& origin : article.origins) {
      from = origin.field == field ? origin.from : from;
    }
    if (!value.empty()) {
      record += std::string(field) + " = " + value + " (" + from + ")\n";
    }
  };
  add("title", article.title);
  add("author", article.author);
  add("publisher", article.publisher);
  add("published", article.published ? date_text(*article.published) : "");
  add("modified", article.modified ? date_text(*article.modified) : "");
  add("section", article.section);
  add("language", article.language);
  add("url", article.url);
  return record;
}

std::string zone_text(const Article& article, std::string_view kind) {
  std::string text;
  for (const Zone& zone : article.zones) {
    text += zone.kind == kind ? zone.text + "\n" : "";
  }
  return text;
}

TEST(ReadPages, ABlogWithCommentsAndSidebar) {
  const Article article = read_page("blog-with-comments.html");
  EXPECT_EQ(record_of(article),
            "title = What the post van taught me (heading)\n"
            "author = Annika Threlfall (byline)\n"
            "publisher = Slow Lanes (opengraph)\n"
            "published = 2023-03-07 (date-element)\n"
            "language = en (html-lang)\n"
            "url = https://slowlanes.example/2023/03/07/post-van (link)\n");
  EXPECT_TRUE(article.text.starts_with("For nine winters I drove")) << article.text;
  EXPECT_TRUE(article.text.ends_with("except this one.")) << article.text;
  EXPECT_THAT(article.text, HasSubstr("the ford at Pell Bridge is safe"));
  EXPECT_THAT(article.text, HasSubstr("The fourth stone\n\nDry to the top: drive.\nWet to"));
  EXPECT_THAT(article.text, HasSubstr("only to goats."));
  for (const char* piece : {"grandmother", "1988", "snow pole", "deaf cat", "gravel", "stamp",
                            "dairyman", "Share", "email"}) {
    EXPECT_THAT(article.text, Not(HasSubstr(piece)));
  }
  EXPECT_THAT(zone_text(article, "comments"), HasSubstr("crooked mirror"));
  EXPECT_THAT(zone_text(article, "caption"), HasSubstr("dairyman"));
  EXPECT_THAT(zone_text(article, "related"), HasSubstr("snow pole"));
}

TEST(ReadPages, ANewsPageOfToday) {
  const Article article = read_page("modern-news.html");
  EXPECT_EQ(record_of(article),
            "title = Die Uhr von Hohenrath geht wieder nach (json-ld)\n"
            "author = Jule Ahrensfeld; Kuno B\u00E4tz (json-ld)\n"
            "publisher = Wendelboten (json-ld)\n"
            "published = 2022-10-04T03:12:00Z (json-ld)\n"
            "modified = 2022-10-04T07:40:00Z (json-ld)\n"
            "section = Region (json-ld)\n"
            "language = de (html-lang)\n");
  EXPECT_TRUE(article.text.starts_with("Elf Minuten fehlen seit Sonntag")) << article.text;
  EXPECT_TRUE(article.text.ends_with("was der Turm sagt.")) << article.text;
  EXPECT_THAT(article.text, HasSubstr("von Hand um elf Minuten zur\u00FCckgestellt"));
  EXPECT_THAT(article.text, HasSubstr("Jahr Versp\u00E4tung\n2019 keine\n2021 neun Minuten"));
  for (const char* piece : {"Glocke", "Busfahrer", "Cookies", "Newsletter", "Anzeige", "Privat",
                            "GmbH", "Start", "Kein Text", "Turmuhr\n"}) {
    EXPECT_THAT(article.text, Not(HasSubstr(piece)));
  }
}

TEST(ReadPages, AnOldPageLaidOutWithATable) {
  const Article article = read_page("table-layout.html");
  EXPECT_EQ(record_of(article),
            "title = Ducks stop county train (heading)\n"
            "author = Horace Lindqvist (meta)\n"
            "published = 1999-04-21 (meta)\n");
  EXPECT_TRUE(article.text.starts_with("The 7.52 to Marlpit")) << article.text;
  EXPECT_TRUE(article.text.ends_with("the ducks punctual.")) << article.text;
  EXPECT_THAT(article.text, HasSubstr("hurried.\n\nThe driver"));
}

TEST(ReadPages, APageWhoseTextAScriptWouldShow) {
  const Article article = read_page("text-in-json-ld.html");
  EXPECT_EQ(record_of(article),
            "title = The four o'clock tram (json-ld)\n"
            "author = Lucja Brandt (json-ld)\n"
            "publisher = Quayside Today (json-ld)\n"
            "published = 2024-02-16 (json-ld)\n"
            "language = en (html-lang)\n");
  EXPECT_TRUE(article.text.starts_with("The first tram of the day")) << article.text;
  EXPECT_TRUE(article.text.ends_with("by half an hour.")) << article.text;
}

TEST(ReadPages, MicrodataAndCommentsThatHaveIt) {
  const Article article = read_page("microdata.html");
  EXPECT_EQ(record_of(article),
            "title = Pumpkin of record size stuck in church door (microdata)\n"
            "author = Delphine Okoro-Reyes (microdata)\n"
            "published = 2021-10-10T16:45:00Z (microdata)\n"
            "section = Odd (microdata)\n"
            "language = en (meta)\n");
  EXPECT_TRUE(article.text.starts_with("A pumpkin of 412 kilograms")) << article.text;
  EXPECT_TRUE(article.text.ends_with("thinking about it.")) << article.text;
  EXPECT_THAT(article.text, Not(HasSubstr("marrow")));
  EXPECT_THAT(article.text, Not(HasSubstr("Tell a friend")));
}

TEST(ReadPages, ANoticeOfOneSentence) {
  const Article article = read_page("short-notice.html");
  EXPECT_EQ(record_of(article), "title = Library notice (heading)\nlanguage = en (html-lang)\n");
  EXPECT_EQ(article.text, "Closed on Friday.");
}

}  // namespace
}  // namespace lede
