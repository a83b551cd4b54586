// What --explain says adds up, for every kind of query.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using test::answer;
using test::dated;
using test::english;

constexpr std::int64_t kAsked = 1'700'000'000;

class Explain : public testing::Test {
 protected:
  Explain() {
    const std::vector<std::string> words{"harbour",  "harbours", "wall",    "walls",   "storm",
                                         "long",     "range",    "missile", "U.S.",    "the",
                                         "engineer", "café",     "cafe",    "council", "longrange"};
    std::mt19937 random(17);
    for (int i = 0; i < 120; ++i) {
      Article article = english("a" + std::to_string(i), "");
      for (auto count = 1 + random() % 40; count > 0; --count) {
        article.text += words[random() % words.size()] + (random() % 6 == 0 ? ". " : " ");
      }
      article.title = words[random() % words.size()] + " " + words[random() % words.size()];
      article.publisher = random() % 2 == 0 ? "Ledger" : "Gazette";
      archive_.put(random() % 3 == 0 ? article
                                     : dated(article, kAsked - static_cast<std::int64_t>(
                                                                   random() % 100'000'000)));
    }
  }

  test::SmallArchive archive_;
};

double sum(const Explanation& explanation) {
  double all = 0;
  for (const ExplainedPart& part : explanation.parts) {
    all += part.weight;
  }
  return all;
}

bool has_kind(const Explanation& explanation, const std::string& kind) {
  return std::any_of(explanation.parts.begin(), explanation.parts.end(),
                     [&](const ExplainedPart& part) { return part.kind == kind; });
}

TEST_F(Explain, PartsAddUpToTheScore) {
  auto searcher = archive_.searcher();
  std::size_t explained = 0;
  std::size_t skipped = 0;
  for (const auto* query : {"harbour",
                            "harbour wall",
                            "the harbour wall storm",
                            "the",
                            "\"long range\" missile",
                            "long-range missiles",
                            "longrange",
                            "US harbour",
                            "café",
                            "\"harbours\"",
                            "wal*",
                            "harb?ur wall",
                            "hrbour~ wall",
                            "wall^3 storm",
                            "(harbour OR missile^2) wall",
                            "harbour AND wall -storm",
                            "title:harbour wall",
                            "title:(long range)",
                            "source:ledger wall",
                            "harbour NEAR/5 wall",
                            "long ADJ/3 missile storm",
                            "harbour SENTENCE storm",
                            "\"long missile\"~4 wall",
                            "+harbour cafe council engineer",
                            "*",
                            "lang:en"}) {
    for (const Match match : {Match::kAuto, Match::kAll, Match::kAny}) {
      for (const bool more : {false, true}) {
        SearchRequest request;
        request.query = query;
        request.match = match;
        request.explain = true;
        request.expand = more;
        request.recency = more ? Recency::kStrong : Recency::kNone;
        request.parse.now = kAsked;
        request.limit = 25;
        for (const Hit& hit : answer(searcher, request).hits) {
          ASSERT_TRUE(hit.explanation.has_value());
          ASSERT_NEAR(sum(*hit.explanation), hit.score, 1e-6) << query << ", " << hit.id;
          skipped += has_kind(*hit.explanation, "skipped") ? 1U : 0U;
          ++explained;
        }
      }
    }
  }
  EXPECT_GT(explained, 2000U);
  EXPECT_LT(skipped, explained / 100);  // or the explanation misses something
}

TEST_F(Explain, OfSimilarArticlesAddsUpToo) {
  auto searcher = archive_.searcher();
  SearchRequest request;
  request.explain = true;
  const auto response = searcher.similar("a7", request);
  ASSERT_TRUE(response.has_value());
  ASSERT_FALSE(response->hits.empty());
  for (const Hit& hit : response->hits) {
    EXPECT_NEAR(sum(*hit.explanation), hit.score, 1e-6);
  }
}

TEST(Explanation, NamesWordsTermsAndCounts) {
  test::SmallArchive archive;
  archive.put("a", "harbours wall harbour wall");
  archive.put("b", "harbour");
  archive.put("c", "ferry");
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "Harbours wall";
  request.explain = true;
  const auto explanation = *answer(searcher, request).hits.at(0).explanation;
  const auto part = [&](const std::string& kind, const std::string& word) {
    const auto found = std::find_if(
        explanation.parts.begin(), explanation.parts.end(), [&](const ExplainedPart& candidate) {
          return candidate.kind == kind && candidate.words.front() == word;
        });
    return found == explanation.parts.end() ? ExplainedPart{} : *found;
  };
  const auto stem = part("stem", "Harbours");
  EXPECT_THAT(stem.terms, testing::ElementsAre("Zharbour"));
  EXPECT_EQ(stem.tf, 2U);
  EXPECT_EQ(stem.df, 2U);
  const auto form = part("form", "Harbours");
  EXPECT_THAT(form.terms, testing::ElementsAre("harbours"));
  EXPECT_EQ(form.tf, 1U);
  EXPECT_LT(form.weight, stem.weight);
  EXPECT_THAT(part("neighbours", "Harbours").words, testing::ElementsAre("Harbours", "wall"));
  EXPECT_EQ(explanation.length, 8U);  // four words and their stems
}

TEST(Explanation, IsNotThereUnlessAskedFor) {
  test::SmallArchive archive;
  archive.put("a", "harbour");
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "harbour";
  EXPECT_FALSE(answer(searcher, request).hits.at(0).explanation.has_value());
}

}  // namespace
}  // namespace lede
