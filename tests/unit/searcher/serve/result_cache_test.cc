// What the cache keeps, for how long, and how much of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/result_cache.h"

#include <gtest/gtest.h>

namespace lede::serve {
namespace {

std::shared_ptr<const std::string> body(std::size_t bytes, char letter = 'x') {
  return std::make_shared<const std::string>(bytes, letter);
}

TEST(ResultCache, GivesBackWhatWasKept) {
  ResultCache cache(100'000);
  EXPECT_EQ(cache.find("a"), nullptr);
  const auto kept = body(10);
  cache.keep("a", kept);
  EXPECT_EQ(cache.find("a"), kept);  // the same bytes, not a copy
  EXPECT_EQ(cache.figures().hits, 1U);
  EXPECT_EQ(cache.figures().misses, 1U);
}

TEST(ResultCache, NeverTakesMoreThanItMay) {
  ResultCache cache(100'000);
  for (int i = 0; i < 1000; ++i) {
    cache.keep(std::to_string(i), body(static_cast<std::size_t>(i) * 7 % 9000));
    EXPECT_LE(cache.figures().bytes, 100'000U);
  }
  EXPECT_GT(cache.figures().entries, 5U);
  EXPECT_GT(cache.figures().bytes, 50'000U);
}

TEST(ResultCache, TheLongestUnusedGoesFirst) {
  ResultCache cache(10'000);
  for (const char* key : {"a", "b", "c", "d"}) {
    cache.keep(key, body(1000));
  }
  EXPECT_NE(cache.find("a"), nullptr);
  for (int i = 0; i < 5; ++i) {
    cache.keep("new" + std::to_string(i), body(1000));
  }
  EXPECT_NE(cache.find("a"), nullptr);
  EXPECT_EQ(cache.find("b"), nullptr);
}

TEST(ResultCache, AKeyKeptAgainCountsOnce) {
  ResultCache cache(100'000);
  cache.keep("a", body(5000, 'x'));
  const std::size_t once = cache.figures().bytes;
  cache.keep("a", body(5000, 'y'));
  EXPECT_EQ(cache.figures().bytes, once);
  EXPECT_EQ(cache.figures().entries, 1U);
  EXPECT_EQ(cache.find("a")->front(), 'y');
}

TEST(ResultCache, WhatIsTooLargeIsNotKept) {
  ResultCache cache(10'000);
  cache.keep("small", body(100));
  cache.keep("large", body(5000));
  EXPECT_EQ(cache.find("large"), nullptr);
  EXPECT_NE(cache.find("small"), nullptr);
  ResultCache nothing(0);
  nothing.keep("a", body(0));
  EXPECT_EQ(nothing.figures().entries, 0U);
}

}  // namespace
}  // namespace lede::serve
