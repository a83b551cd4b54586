// The cache, the slicing of long chunks, and the ear for shouting.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/text/chunk_cache.h"
#include "common/text/chunk_slices.h"
#include "common/text/fold.h"
#include "common/text/news_tokens.h"
#include "common/text/segmenter.h"
#include "common/text/shouting.h"

namespace lede {
namespace {

ChunkAnalysis analysis_of(std::string text) {
  ChunkAnalysis analysis;
  analysis.text = std::move(text);
  return analysis;
}

// What `cache` has for a chunk, or "nothing".
std::string found(ChunkCache& cache, const std::string& chunk, std::uint32_t language) {
  const ChunkKey key = cache.key(chunk, language);
  cache.fetch(key);
  ChunkView view;
  return cache.find(key, view) ? std::string(view.text) : "nothing";
}

TEST(ChunkCache, FindsWhatWasStoredForThatLanguage) {
  ChunkCache cache;
  EXPECT_EQ(found(cache, "word", 1), "nothing");
  cache.store(cache.key("word", 1), analysis_of("one"));
  cache.store(cache.key("word", 2), analysis_of("two"));
  EXPECT_EQ(found(cache, "word", 1), "one");
  EXPECT_EQ(found(cache, "word", 2), "two");
  EXPECT_EQ(found(cache, "words", 1), "nothing");
  EXPECT_EQ(found(cache, "word", 3), "nothing");
}

TEST(ChunkCache, KeepsAllOfAnAnalysis) {
  ChunkCache cache;
  ChunkAnalysis analysis = analysis_of("onetwo");
  analysis.words = 2;
  analysis.chunks = 3;
  for (std::uint16_t i = 0; i < 2; ++i) {
    StoredToken token;
    token.position = i;
    token.term_at = i * 3U;
    token.term_size = 3;
    token.acronym = i == 1;
    analysis.tokens.push_back(token);
  }
  const ChunkKey key = cache.key("one-two", 1);
  cache.store(key, analysis);
  ChunkView view;
  ASSERT_TRUE(cache.find(key, view));
  EXPECT_EQ(view.words, 2U);
  EXPECT_EQ(view.chunks, 3U);
  ASSERT_EQ(view.tokens.size(), 2U);
  EXPECT_EQ(view.tokens[1].position, 1U);
  EXPECT_EQ(view.tokens[1].term_at, 3U);
  EXPECT_TRUE(view.tokens[1].acronym);
  EXPECT_FALSE(view.tokens[0].acronym);
}

TEST(ChunkCache, ForgetsButNeverMistakes) {
  ChunkCache cache;
  constexpr int kMany = 300'000;
  const auto chunk_of = [](int i) { return "k" + std::to_string(i); };
  for (int i = 0; i < kMany; ++i) {
    const std::string chunk = chunk_of(i);
    cache.store(cache.key(chunk, 0), analysis_of(chunk));
  }
  int kept = 0;
  for (int i = 0; i < kMany; ++i) {
    const std::string text = found(cache, chunk_of(i), 0);
    if (text != "nothing") {
      ASSERT_EQ(text, chunk_of(i));
      ++kept;
    }
  }
  EXPECT_GT(kept, 10'000);
  EXPECT_LE(kept, 65'536);
}

// The words of `chunk`, sliced about every `bytes`, with their ranges in the whole.
std::vector<std::pair<std::uint32_t, std::string>> sliced_words(const std::string& chunk,
                                                                std::size_t bytes) {
  Segmenter segmenter;
  std::vector<std::uint32_t> ends;
  segmenter.segment(chunk, ends);
  std::vector<std::pair<std::uint32_t, std::string>> words;
  std::size_t first = 0;
  std::uint32_t base = 0;
  for (const std::size_t last : slice_chunk(chunk, ends, bytes)) {
    std::vector<std::uint32_t> slice;
    for (std::size_t i = first; i < last; ++i) {
      slice.push_back(ends[i] - base);
    }
    const std::string part = chunk.substr(base, slice.back());
    for (const NewsToken& token : news_tokens(part, slice).tokens) {
      words.emplace_back(base + token.start, token.typed);
    }
    base += slice.back();
    first = last;
  }
  EXPECT_EQ(base, chunk.size());
  return words;
}

TEST(ChunkSlices, ChangeNoToken) {
  const std::string chunk =
      "U.S.-led(F-16s),$735m;#tag,@foo_bar:l'Homme/3.5%:long-range、日本語の文章です。a.b"
      "ภาษาไทยภาษาไทย『東京』1,000€!don't?\"Biden's\"x";
  const auto whole = sliced_words(chunk, chunk.size());
  for (std::size_t bytes = 1; bytes < 60; ++bytes) {
    EXPECT_EQ(sliced_words(chunk, bytes), whole) << bytes;
  }
}

TEST(ChunkSlices, AreAboutAsLongAsAskedFor) {
  Segmenter segmenter;
  std::string chunk;
  for (int i = 0; i < 1000; ++i) {
    chunk += "word,";
  }
  std::vector<std::uint32_t> ends;
  segmenter.segment(chunk, ends);
  EXPECT_EQ(slice_chunk(chunk, ends, 500).size(), 10U);
  EXPECT_TRUE(slice_chunk("", {}, 500).empty());
}

// The analyzer takes a shorter way for words of small letters, on the promise that no rule makes
// anything of them but themselves.
TEST(NewsTokens, LeavePlainWordsAsTheyAre) {
  std::mt19937 random(1);
  Segmenter segmenter;
  for (int i = 0; i < 20'000; ++i) {
    std::string word(2 + random() % (i % 10 == 0 ? 62 : 8), ' ');
    for (char& letter : word) {
      letter = static_cast<char>('a' + random() % (i % 2 == 0 ? 26 : 3));
    }
    const std::string small = word;
    word[0] = static_cast<char>(word[0] - (random() % 2 == 0 ? 'a' - 'A' : 0));
    std::vector<std::uint32_t> ends;
    segmenter.segment(word, ends);
    const NewsTokens news = news_tokens(word, ends);
    ASSERT_EQ(news.words, 1U) << word;
    ASSERT_EQ(news.chunks, 1U) << word;
    ASSERT_EQ(news.tokens.size(), 1U) << word;
    const NewsToken& token = news.tokens[0];
    ASSERT_EQ(token.kind, TokenKind::kWord) << word;
    ASSERT_EQ(token.typed, word);
    ASSERT_EQ(token.start, 0U) << word;
    ASSERT_EQ(token.end, word.size()) << word;
    ASSERT_EQ(token.position + token.chunk, 0U) << word;
    ASSERT_EQ(token.words, 1U) << word;
    ASSERT_FALSE(token.dictionary || token.acronym || token.unless_shouting) << word;
    ASSERT_EQ(fold_case(word), small);
    ASSERT_EQ(bound_term(fold_accents(fold_case(word))), small);
  }
}

bool shouts(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  return is_shouting(text, at, at + word.size());
}

TEST(Shouting, IsHeardInTheSameLineOnly) {
  EXPECT_TRUE(shouts("PRESIDENT TELLS US EVERYTHING", "US"));
  EXPECT_FALSE(shouts("The US president said so", "US"));
  EXPECT_FALSE(shouts("PRESIDENT\nthe US said\nEVERYTHING", "US"));
  EXPECT_FALSE(shouts("US", "US"));
  EXPECT_FALSE(shouts("BBC CNN US NATO", "US")) << "short words may all be acronyms";
  EXPECT_TRUE(shouts("ПРЕЗИДЕНТ США СКАЗАВ", "США"));
}

TEST(Shouting, FarAwayIsNotHeard) {
  EXPECT_FALSE(shouts("the US did" + std::string(90, ' ') + "EVERYTHING POSSIBLE", "US"));
}

}  // namespace
}  // namespace lede
