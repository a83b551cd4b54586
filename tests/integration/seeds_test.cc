// Scraped articles as they were found on the web: LEDE_SEEDS_DIR names the folder that holds them.
// They are not ours to copy, so without it these tests are skipped, saying so.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "indexer/extract.h"
#include "indexer/readers/load.h"
#include "indexer/readers/reader.h"

namespace lede {
namespace {

struct Expected {
  std::string title;
  std::string author;
  std::string publisher;
  std::string agency;
  std::string place;
  std::int64_t published;  // 0 for none
  std::string first_words;
  std::string last_words;
};

// By the number at the start of the file's name. The truth as a reader of the page sees it.
const std::map<std::string, Expected>& truth() {
  static const std::map<std::string, Expected> kTruth = {
      {"000",
       {"Biden lets Ukraine use US arms inside Russia", "Danny KEMP", "Space Media Network", "AFP",
        "Washington", 1717113600, "US President Joe Biden secretly", "and Julia Roberts."}},
      {"001",
       {"Media: Biden approves use of US missiles by Ukraine to strike Russia", "Aghakazim Guliyev",
        "", "", "", 0, "President Joe Biden has authorised", "against Russian aggression."}},
      {"002",
       {"Biden Considers Allowing Ukraine to Use Long-Range Missiles Against Russia", "", "", "",
        "", 0, "Explore President", "assistance to Ukraine."}},
      {"003",
       {"Biden Agrees To Let Ukraine Use Its Long-Range Missiles Deeper Within Russia", "", "", "",
        "", 0, "President Joe Biden", "delaying such decisions."}},
      {"004",
       {"Biden Authorizes Ukraine to Use U.S. Long-Range Missiles for Strikes on Russia", "", "",
        "", "", 0, "With two months remaining", "in the Kursk region."}},
  };
  return kTruth;
}

class Seeds : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("LEDE_SEEDS_DIR");  // NOLINT(concurrency-mt-unsafe)
    if (folder == nullptr || !std::filesystem::is_directory(folder)) {
      GTEST_SKIP() << "LEDE_SEEDS_DIR names no folder: the seed articles are not in the repository";
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      read(entry.path());
    }
  }

  void read(const std::filesystem::path& path) {
    const Result<LoadedFile> file = load_file(path);
    ASSERT_TRUE(file) << file.error().message;
    const Reader* reader = reader_for(file->name);
    ASSERT_NE(reader, nullptr) << path;
    const Result<void> done = reader->read(
        file->bytes, ReadContext{file->name, {}, 0},
        [&](RawPage&& page) {
          pages_[file->name.substr(0, 3)] = extract_article(std::move(page), 0);
          return true;
        },
        [](std::string_view, const Error& error) { ADD_FAILURE() << error.message; });
    EXPECT_TRUE(done);
  }

  std::map<std::string, Article> pages_;
};

TEST_F(Seeds, FieldsAreRightOrEmpty) {
  ASSERT_EQ(pages_.size(), truth().size());
  for (const auto& [number, expected] : truth()) {
    const Article& article = pages_[number];
    EXPECT_EQ(article.title, expected.title);
    EXPECT_EQ(article.author, expected.author) << number;
    EXPECT_EQ(article.publisher, expected.publisher) << number;
    EXPECT_EQ(article.agency, expected.agency) << number;
    EXPECT_EQ(article.place, expected.place) << number;
    EXPECT_EQ(article.published ? article.published->instant : 0, expected.published) << number;
  }
  EXPECT_EQ(pages_["000"].published->from, "dateline");
  EXPECT_EQ(pages_["000"].published->precision, DatePrecision::kDay);
}

TEST_F(Seeds, TextIsTheStoryFromItsFirstWordsToItsLast) {
  for (const auto& [number, expected] : truth()) {
    const std::string& text = pages_[number].text;
    EXPECT_TRUE(text.starts_with(expected.first_words)) << number << ": " << text.substr(0, 80);
    EXPECT_TRUE(text.ends_with(expected.last_words))
        << number << ": " << text.substr(text.size() - std::min<std::size_t>(80, text.size()));
  }
}

TEST_F(Seeds, FurnitureIsInZonesAndNotInTheText) {
  for (const auto& [number, article] : pages_) {
    for (const char* furniture :
         {"Subscribe Free", "Leave a Reply", "Related Links", "RELATED CONTENT", "Tweet",
          "Trending", "Post a Comment", "0 Comments", "Exit mobile version", "read more",
          "Published", "\non\n", "Your email address", "Copyright", "cookie",
          "Space Travel News"}) {
      EXPECT_EQ(article.text.find(furniture), std::string::npos) << number << ": " << furniture;
    }
    EXPECT_EQ(article.text.find(article.title), std::string::npos) << number;
    EXPECT_FALSE(article.zones.empty()) << number;
  }
}

}  // namespace
}  // namespace lede
