// Every file of the sample corpus read and extracted: what its README promises of formats, broken
// files and furniture.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/extract.h"
#include "indexer/extract/dates.h"
#include "indexer/input/decompress.h"
#include "indexer/input/file.h"
#include "indexer/readers/load.h"
#include "indexer/readers/read_source.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(LEDE_SOURCE_DIR) / "corpus";

struct Outcome {
  std::vector<Article> articles;
  std::vector<std::string> records;   // of the articles
  std::vector<std::string> failures;  // records, or "file"
  std::string error;                  // of the file
};

Outcome read_file(const fs::path& path) {
  Outcome outcome;
  const auto give_up = [&](const Error& error) {
    outcome.failures.emplace_back("file");
    outcome.error = error.message;
    return outcome;
  };
  setenv("LEDE_PDF_TEXT", LEDE_PDF_TEXT_PROGRAM, 1);
  const auto file = FileSource::open(path);
  if (!file) {
    return give_up(file.error());
  }
  const std::string file_name = path.filename().string();
  ReadContext context;
  context.name = without_compression_suffix(file_name);
  const Result<void> done = read_source(
      **file, context,
      [&](RawPage&& page) {
        outcome.records.push_back(page.record);
        outcome.articles.push_back(extract_article(std::move(page), 0));
        return true;
      },
      [&](std::string_view record, const Error&) { outcome.failures.emplace_back(record); });
  return done ? outcome : give_up(done.error());
}

std::vector<fs::path> files_in(const char* folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kCorpus / folder)) {
    files.push_back(entry.path());
  }
  return files;
}

TEST(ReadCorpus, EveryFormatGivesTheSameFields) {
  int vaults = 0;
  for (const fs::path& path : files_in("formats")) {
    const Outcome outcome = read_file(path);
    EXPECT_TRUE(outcome.failures.empty()) << path;
    ASSERT_FALSE(outcome.articles.empty()) << path;
    const Article& vault = outcome.articles.front();
    EXPECT_EQ(vault.title.find("Railway tunnel becomes a vault for seeds ("), 0U) << vault.title;
    EXPECT_NE(vault.text.find("small grey pebbles."), std::string::npos) << path;
    EXPECT_EQ(vault.text.find("Railway tunnel becomes"), std::string::npos) << path;
    ++vaults;
    if (path.filename() == "seed-vault-bare.md") {
      continue;  // declares nothing
    }
    EXPECT_EQ(vault.author, "Marguerite Olatunji-Shaw") << path;
    if (path.filename() == "seed-vault-compressed.txt.gz") {
      EXPECT_FALSE(vault.published);  // has no date to be found
      continue;
    }
    ASSERT_TRUE(vault.published) << path;
    EXPECT_EQ(vault.published->instant / 86400, 19978) << path;  // 12 September 2024
  }
  EXPECT_EQ(vaults, 25);
}

TEST(ReadCorpus, TheSavedPageLosesItsFurnitureOnly) {
  const Outcome outcome = read_file(kCorpus / "formats" / "seed-vault-page.html");
  ASSERT_EQ(outcome.articles.size(), 1U);
  const Article& article = outcome.articles[0];
  EXPECT_EQ(article.publisher, "The Wendle Courier");
  EXPECT_EQ(article.url, "https://wendle-courier.example.org/2024/09/seed-vault");
  EXPECT_EQ(article.language, "en");
  for (const char* furniture : {"function", "{", "Subscribe", "Related", "comment", "cookie"}) {
    EXPECT_EQ(article.text.find(furniture), std::string::npos) << furniture;
  }
}

TEST(ReadCorpus, StoryDatesAreThoseOfTheFileNamesOrNone) {
  int dated = 0;
  for (const fs::path& path : files_in("story")) {
    const Outcome outcome = read_file(path);
    ASSERT_EQ(outcome.articles.size(), 1U) << path;
    const Article& article = outcome.articles[0];
    EXPECT_FALSE(article.title.empty()) << path;
    EXPECT_EQ(article.text.find(article.title), std::string::npos) << path;
    if (!article.published) {
      continue;
    }
    ++dated;
    const auto day = parse_date(path.filename().string().substr(0, 10));
    ASSERT_TRUE(day) << path;
    // An agency's text can be printed a day after its dateline.
    EXPECT_LE(article.published->instant, day->instant + 86399) << path;
    EXPECT_GE(article.published->instant, day->instant - 86400) << path;
  }
  EXPECT_GE(dated, 20);
}

TEST(ReadCorpus, StoryTextsHoldNoFurniture) {
  for (const fs::path& path : files_in("story")) {
    const std::string text = read_file(path).articles.at(0).text;
    for (const char* furniture : {"Subscribe",         "Leave a Reply",
                                  "Leave a comment",   "Post a Comment",
                                  "0 Comments",        "Trending",
                                  "Related Links",     "RELATED CONTENT",
                                  "You may also like", "MORE FROM",
                                  "Exit mobile",       "read more",
                                  "We use cookies",    "All rights reserved",
                                  "Filed under",       "Tags:",
                                  "min read",          "Tweet",
                                  "Share on",          "Skip to content",
                                  "Published\n",       "\u00A9"}) {
      EXPECT_EQ(text.find(furniture), std::string::npos) << path << ": " << furniture;
    }
    EXPECT_GT(text.size(), 1000U) << path;
  }
}

TEST(ReadCorpus, StoryBylinesArePersons) {
  const std::vector<std::string> persons = {"",
                                            "Petra SUNDHOLM",
                                            "Anselm GR\u00DCNEWALD",
                                            "Miriam Castellane",
                                            "Odd Fjeldstad",
                                            "Miriam Castellane; Odd Fjeldstad",
                                            "Dunstan Oyelaran",
                                            "Imke Achterberg",
                                            "Ivo PERRAULT",
                                            "Radmila KOSTIN",
                                            "Piotr Ostrander",
                                            "Hanne Pell"};
  for (const fs::path& path : files_in("story")) {
    const std::string author = read_file(path).articles.at(0).author;
    EXPECT_NE(std::find(persons.begin(), persons.end(), author), persons.end())
        << path << ": " << author;
  }
}

TEST(ReadCorpus, LanguagesKeepHeadlineAndWholeText) {
  for (const fs::path& path : files_in("languages")) {
    const Result<LoadedFile> file = load_file(path);
    ASSERT_TRUE(file);
    const Outcome outcome = read_file(path);
    ASSERT_EQ(outcome.articles.size(), 1U) << path;
    const Article& article = outcome.articles[0];
    EXPECT_EQ(article.title, file->bytes.substr(0, file->bytes.find('\n'))) << path;
    EXPECT_EQ(article.zones.size(), 1U) << path;
    EXPECT_EQ(article.author + article.publisher + article.agency + article.place, "") << path;
  }
}

struct Hard {
  const char* file;
  const char* found;  // in title or text; empty: no article
  std::size_t failures = 0;
};

TEST(ReadCorpus, HardFilesAreReadOrReported) {
  const std::vector<Hard> cases = {
      {"windows-1251-mill.txt", "мельница"},
      {"koi8-r-stoves.txt", "печников"},
      {"koi8-u-semaphore.txt", "семафор"},
      {"iso-8859-2-bell.txt", "\u017D\u010F\u00E1rce"},
      {"shift-jis-cinema.txt", "映画館"},
      {"euc-jp-cinema.txt", "映画館"},
      {"gb18030-roof-garden.txt", "屋顶"},
      {"windows-1252-cafe-clock.txt", "cr\u00E8me br\u00FBl\u00E9e"},
      {"utf-16le-bom-orchestra.txt", "Orchestra plays"},
      {"utf-16be-bom-orchestra.txt", "Orchestra plays"},
      {"utf-16le-odd-length.txt", "Orchestra plays"},
      {"utf-8-bom-ladder.txt", "Fire brigade retires"},
      {"html-says-latin1-is-utf8.html", "M\u00FCllabfuhr"},
      {"html-windows-1251-declared.html", "почтальон"},
      {"html-charset-unknown-name.html", "Ropewalk"},
      {"invalid-utf8-beekeepers.txt", "L\u00F6ffel"},
      {"decomposed-accents.txt", "caf"},
      {"combining-marks-heap.txt", "emphatic"},
      {"empty.txt", "", 1},
      {"empty.html", "", 1},
      {"whitespace-only.txt", "", 1},
      {"empty.jsonl", "", 0},
      {"empty-array.json", "", 0},
      {"title-only.txt", "Heron returns"},
      {"one-very-long-headline.txt", "Mayor who said"},
      {"nul-bytes-lift.txt", "registrar"},
      {"crlf-library-fines.txt", "Library fines"},
      {"cr-only-library-fines.txt", "Library fines to be paid in tins, readers say"},
      {"mixed-line-ends.txt", "Library fines"},
      {"cut-off.json", "", 1},
      {"one-broken-line.jsonl", "Weathercock", 2},
      {"json-scalar.json", "", 1},
      {"deep-nesting.json", "", 1},
      {"nested-10000.html", "drawer"},
      {"unclosed-tags.html", "Clementine"},
      {"comment-never-closed.html", "clockmaker"},
      {"markup-as-text.txt", "alert"},
      {"right-to-left-override.txt", "Sign painter"},
      {"word-of-5000-letters.txt", "centenary"},
      {"five-megabyte-line.txt.zst", "walnut at the very end"},
      {"broken.txt.gz", "", 1},
      {"broken.txt.zst", "", 1},
      {"not-really.txt.gz", "weighed a cloud of flour"},
      {"broken-front-matter.md", "duck race"},
      {"name with spaces \u2013 \u00F1and\u00FA, \u00DCbung \u0438 \u540D\u524D (1).txt", "cone"},
      {"#percent%20and+plus&amp;question.txt", "Ampersand"},
  };
  EXPECT_EQ(cases.size(), files_in("hard").size());
  for (const Hard& c : cases) {
    const fs::path path = kCorpus / "hard" / c.file;
    const Outcome outcome = read_file(path);
    EXPECT_EQ(outcome.failures.size(), c.failures) << c.file << ": " << outcome.error;
    EXPECT_EQ(outcome.articles.empty(), std::string(c.found).empty()) << c.file;
    std::string all;
    for (const Article& article : outcome.articles) {
      all += article.title + "\n" + article.text + "\n";
      EXPECT_EQ(all.find('\r'), std::string::npos) << c.file;
      EXPECT_EQ(all.find('\0'), std::string::npos) << c.file;
    }
    EXPECT_NE(all.find(c.found), std::string::npos) << c.file;
  }
}

TEST(ReadCorpus, InvalidBytesAreCounted) {
  for (const char* name :
       {"utf-16le-odd-length.txt", "invalid-utf8-beekeepers.txt", "nul-bytes-lift.txt"}) {
    EXPECT_GT(read_file(kCorpus / "hard" / name).articles.at(0).invalid_bytes, 0U) << name;
  }
  EXPECT_EQ(read_file(kCorpus / "hard" / "koi8-r-stoves.txt").articles.at(0).invalid_bytes, 0U);
}

TEST(ReadCorpus, BrokenJsonSaysWhere) {
  EXPECT_NE(read_file(kCorpus / "hard" / "cut-off.json").error.find("line 12, column"),
            std::string::npos);
}

}  // namespace
}  // namespace lede
