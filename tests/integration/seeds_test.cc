// Scraped articles as they were found on the web: LEDE_SEEDS_DIR names the folder that holds them,
// else it is ../shared/seeds beside the sources. They are not ours to copy, so without them these
// tests are skipped, saying so; story_records_test.cc has a twin of each case.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/article_json.h"
#include "indexer/extract.h"
#include "indexer/readers/load.h"
#include "indexer/readers/reader.h"

namespace lede {
namespace {

// The truth as a reader of the page sees it. Their sentences are not ours, so lines stand for them.
struct Expected {
  std::string author;
  std::string publisher;
  std::string agency;
  std::string place;
  std::string published;   // with its source: "2024-05-31 dateline"
  std::size_t title_line;  // counted from 1
  std::size_t first_line;  // of the story
  std::size_t last_line;
};

// By the number at the start of the file's name.
const std::map<std::string, Expected>& truth() {
  static const std::map<std::string, Expected> kTruth = {
      {"000",
       {"Danny KEMP", "Space Media Network", "AFP", "Washington", "2024-05-31 dateline", 3, 8, 52}},
      {"001", {"Aghakazim Guliyev", "", "", "", "", 1, 2, 12}},
      {"002", {"", "", "", "", "", 3, 5, 26}},
      {"003", {"", "", "", "", "", 1, 5, 30}},
      {"004", {"", "", "", "", "", 1, 3, 81}},
  };
  return kTruth;
}

// The lines of a text, without white space at their ends.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    line.erase(line.find_last_not_of(" \r") + 1);
    lines.push_back(line);
  }
  return lines;
}

class Seeds : public testing::Test {
 protected:
  void SetUp() override {
    const char* named = std::getenv("LEDE_SEEDS_DIR");  // NOLINT(concurrency-mt-unsafe)
    const std::string folder = named != nullptr ? named : LEDE_SOURCE_DIR "/../shared/seeds";
    if (!std::filesystem::is_directory(folder)) {
      GTEST_SKIP() << "no folder " << folder << ": the seed articles are not in the repository";
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      read(entry.path());
    }
  }

  void read(const std::filesystem::path& path) {
    const Result<LoadedFile> file = load_file(path);
    ASSERT_TRUE(file) << file.error().message;
    const std::string number = file->name.substr(0, 3);
    lines_[number] = lines_of(file->bytes);
    const Reader* reader = reader_for(file->name);
    ASSERT_NE(reader, nullptr) << path;
    const Result<void> done = reader->read(
        file->bytes, ReadContext{file->name, {}, 0},
        [&](RawPage&& page) {
          pages_[number] = extract_article(std::move(page), 0);
          return true;
        },
        [](std::string_view, const Error& error) { ADD_FAILURE() << error.message; });
    EXPECT_TRUE(done);
  }

  const std::string& line(const std::string& number, std::size_t from_one) {
    return lines_[number].at(from_one - 1);
  }

  std::map<std::string, Article> pages_;
  std::map<std::string, std::vector<std::string>> lines_;
};

TEST_F(Seeds, FieldsAreRightOrEmpty) {
  ASSERT_EQ(pages_.size(), truth().size());
  for (const auto& [number, expected] : truth()) {
    const Article& article = pages_[number];
    EXPECT_EQ(article.title, line(number, expected.title_line));
    EXPECT_EQ(article.author, expected.author) << number;
    EXPECT_EQ(article.publisher, expected.publisher) << number;
    EXPECT_EQ(article.agency, expected.agency) << number;
    EXPECT_EQ(article.place, expected.place) << number;
    EXPECT_EQ(
        article.published ? date_text(*article.published) + " " + article.published->from : "",
        expected.published)
        << number;
  }
}

TEST_F(Seeds, TextIsTheStoryFromItsFirstLineToItsLast) {
  for (const auto& [number, expected] : truth()) {
    const std::string& text = pages_[number].text;
    EXPECT_TRUE(text.starts_with(line(number, expected.first_line)))
        << number << ": " << text.substr(0, 80);
    EXPECT_TRUE(text.ends_with(line(number, expected.last_line)))
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
