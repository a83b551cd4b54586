// An article is found by each of its words, in whatever language: exact forms only add to the
// weight of stems, so every form must have its stem in the index.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

namespace fs = std::filesystem;

// What stands between white space, without the signs around it that mean something to the query
// language. Every seventh: enough of each kind of word.
std::vector<std::string> some_words(const std::string& text) {
  constexpr std::size_t kStep = 7;
  constexpr const char* kSigns = "\"'()[]{}.,:;!?*~-+^/|&<>=";
  std::set<std::string> words;
  std::istringstream chunks(text);
  std::size_t count = 0;
  for (std::string chunk; chunks >> chunk;) {
    const std::size_t from = chunk.find_first_not_of(kSigns);
    if (count++ % kStep == 0 && from != std::string::npos) {
      const std::string word = chunk.substr(from, chunk.find_last_not_of(kSigns) - from + 1);
      // Of up to three bytes are also dashes and quotes of other scripts.
      if (word.size() > 3 && word.find_first_of(kSigns) == std::string::npos) {
        words.insert(word);
      }
    }
  }
  return {words.begin(), words.end()};
}

TEST(OwnWords, FindTheirArticle) {
  test::SmallArchive archive;
  std::vector<Article> articles;
  for (const auto& file : fs::directory_iterator(LEDE_SOURCE_DIR "/corpus/languages")) {
    Article article;
    article.id = file.path().stem();
    article.language = article.id.substr(0, 2);
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    article.text = text.str();
    archive.put(article);
    articles.push_back(article);
  }
  ASSERT_GT(articles.size(), 20U);
  Searcher searcher = archive.searcher();
  std::size_t asked = 0;
  for (const Article& article : articles) {
    for (const std::string& word : some_words(article.text)) {
      SearchRequest request;
      request.query = word;
      request.match = Match::kAll;
      request.limit = articles.size();
      request.metadata_only = true;
      const auto found = test::ids(test::answer(searcher, request));
      EXPECT_NE(std::find(found.begin(), found.end(), article.id), found.end())
          << word << " in " << article.id;
      ++asked;
    }
  }
  EXPECT_GT(asked, 500U);
}

}  // namespace
}  // namespace lede
