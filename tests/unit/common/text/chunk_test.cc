// The cache, the slicing of long chunks, and the ear for shouting.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/text/chunk_cache.h"
#include "common/text/chunk_slices.h"
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

TEST(ChunkCache, FindsWhatWasStoredForThatLanguage) {
  ChunkCache cache;
  EXPECT_EQ(cache.find("word", 1), nullptr);
  EXPECT_EQ(cache.store("word", 1, analysis_of("one")).text, "one");
  cache.store("word", 2, analysis_of("two"));
  ASSERT_NE(cache.find("word", 1), nullptr);
  EXPECT_EQ(cache.find("word", 1)->text, "one");
  EXPECT_EQ(cache.find("word", 2)->text, "two");
  EXPECT_EQ(cache.find("words", 1), nullptr);
  EXPECT_EQ(cache.find("word", 3), nullptr);
}

TEST(ChunkCache, ForgetsButNeverMistakes) {
  ChunkCache cache;
  constexpr int kMany = 300'000;
  for (int i = 0; i < kMany; ++i) {
    const std::string key = "k" + std::to_string(i);
    cache.store(key, 0, analysis_of(key));
  }
  int kept = 0;
  for (int i = 0; i < kMany; ++i) {
    const std::string key = "k" + std::to_string(i);
    if (const ChunkAnalysis* found = cache.find(key, 0)) {
      ASSERT_EQ(found->text, key);
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
