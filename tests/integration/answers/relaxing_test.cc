// --match auto: what comes above what, and what is said of it.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "searcher/missing_words.h"
#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using test::answer;
using test::ids;
using testing::ElementsAre;
using testing::IsEmpty;

SearchRequest asking_for(const std::string& query, std::size_t limit = 10) {
  SearchRequest request;
  request.query = query;
  request.limit = limit;
  return request;
}

TEST(Relaxing, AllWordsComeBeforeAnyWhateverTheirScores) {
  test::SmallArchive archive;
  std::string long_text = "harbour";
  for (int i = 0; i < 200; ++i) {
    long_text += " and other things";
  }
  archive.put("both", long_text + " wall");
  archive.put("one", "harbour harbour harbour");
  archive.put("other", "nothing of it");
  auto searcher = archive.searcher();
  const auto response = answer(searcher, asking_for("harbour wall"));
  EXPECT_THAT(ids(response), ElementsAre("both", "one"));
  EXPECT_GT(response.hits[1].score, response.hits[0].score);
  EXPECT_TRUE(response.relaxed);
  EXPECT_THAT(response.hits[0].missing_words, IsEmpty());
  EXPECT_THAT(response.hits[1].missing_words, ElementsAre("wall"));
  EXPECT_EQ(response.total, 2U);
  EXPECT_TRUE(response.total_exact);
}

TEST(Relaxing, IsNotDoneWhenThePageIsFull) {
  test::SmallArchive archive;
  archive.put("both", "harbour wall");
  archive.put("one", "harbour");
  auto searcher = archive.searcher();
  const auto response = answer(searcher, asking_for("harbour wall", 1));
  EXPECT_THAT(ids(response), ElementsAre("both"));
  EXPECT_FALSE(response.relaxed);
  EXPECT_EQ(response.total, 1U);
}

TEST(Relaxing, KeepsPhrasesPlusWordsFiltersAndWhatIsExcluded) {
  test::SmallArchive archive;
  archive.put("phrase", "the long wall fell");
  archive.put("no-phrase", "long and wall and storm and ferry");
  archive.put("excluded", "the long wall fell on a ferry");
  auto searcher = archive.searcher();
  EXPECT_THAT(ids(answer(searcher, asking_for("storm \"long wall\" -ferry"))),
              ElementsAre("phrase"));
  EXPECT_THAT(ids(answer(searcher, asking_for("+ferry zebra -storm"))), ElementsAre("excluded"));
  EXPECT_THAT(ids(answer(searcher, asking_for("storm zebra lang:fr"))), IsEmpty());
}

TEST(Relaxing, PagesGoOnWhereTheLastOneEnded) {
  test::SmallArchive archive;
  std::mt19937 random(3);
  const std::vector<std::string> words{"harbour", "wall", "storm", "ferry", "council"};
  for (int i = 0; i < 60; ++i) {
    std::string text = "report";
    for (const auto& word : words) {
      text += random() % 2 == 0 ? " " + word : "";
    }
    archive.put("a" + std::to_string(i), text);
  }
  auto searcher = archive.searcher();
  auto request = asking_for("harbour wall storm ferry", 1000);
  const auto whole = answer(searcher, request);
  std::vector<std::string> paged;
  request.limit = 7;
  for (request.offset = 0; request.offset < whole.hits.size(); request.offset += 7) {
    const auto page = ids(answer(searcher, request));
    paged.insert(paged.end(), page.begin(), page.end());
  }
  EXPECT_EQ(paged, ids(whole));
  const auto lacks = [](const Hit& hit) { return !hit.missing_words.empty(); };
  const auto first_lacking = std::find_if(whole.hits.begin(), whole.hits.end(), lacks);
  EXPECT_NE(first_lacking, whole.hits.begin());
  EXPECT_TRUE(std::all_of(first_lacking, whole.hits.end(), lacks));
}

TEST(Relaxing, AHeadlineFindsTheArticleThatIsMostAboutIt) {
  test::SmallArchive archive;
  std::string chance = "council member mends a wall";
  for (int i = 0; i < 200; ++i) {
    chance += " and other things";
  }
  archive.put("chance", chance + " storm damage harbour");
  archive.put("meant", "storm damage: harbour wall mends. harbour wall storm damage.");
  archive.put("none", "nothing of it");
  auto searcher = archive.searcher();
  const auto response = answer(searcher, asking_for("Council mends harbour wall storm damage"));
  EXPECT_THAT(ids(response), ElementsAre("meant", "chance"));
  EXPECT_THAT(response.hits[0].missing_words, ElementsAre("Council"));
  EXPECT_THAT(response.hits[1].missing_words, IsEmpty());
  EXPECT_TRUE(response.relaxed);
}

TEST(MissingWords, AreShownWithoutTheMarksAroundThem) {
  EXPECT_EQ(bare_word("‘lies"), "lies");
  EXPECT_EQ(bare_word("walls,"), "walls");
  EXPECT_EQ(bare_word("(storm)"), "storm");
  EXPECT_EQ(bare_word("U.S."), "U.S.");
  EXPECT_EQ(bare_word("$735"), "$735");
  EXPECT_EQ(bare_word("“”"), "“”");
  test::SmallArchive archive;
  archive.put("a", "harbour");
  auto searcher = archive.searcher();
  EXPECT_THAT(answer(searcher, asking_for("harbour ‘lies")).hits[0].missing_words,
              ElementsAre("lies"));
}

}  // namespace
}  // namespace lede
