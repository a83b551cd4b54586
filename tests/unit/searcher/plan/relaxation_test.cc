// Which words the steps of --match auto demand.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/plan/relaxation.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace lede {
namespace {

using testing::ElementsAre;

TEST(Relaxation, TheLeastTellingWordGoesFirst) {
  const std::vector<DroppableWord> words{{0, 6}, {1, 0.9}, {2, 5}, {4, 1.5}};
  EXPECT_THAT(relaxation_steps(words),
              ElementsAre(ElementsAre(0U, 1U, 2U, 4U), ElementsAre(0U, 2U, 4U), ElementsAre(0U, 2U),
                          testing::IsEmpty()));
}

TEST(Relaxation, ManyWordsAreRankedAndNotDemanded) {
  std::vector<DroppableWord> words{{0, 3}, {1, 3}, {2, 5}, {3, 2}, {4, 1, true}};
  EXPECT_THAT(relaxation_steps(words), testing::SizeIs(testing::Gt(1U)));
  words.push_back({5, 4});
  EXPECT_THAT(relaxation_steps(words), ElementsAre(testing::IsEmpty()));
}

TEST(Relaxation, WordsThatTellAlikeAreDroppedTogether) {
  const std::vector<DroppableWord> words{{0, 4}, {1, 4}, {2, 4}};
  EXPECT_THAT(relaxation_steps(words), ElementsAre(ElementsAre(0U, 1U, 2U), testing::IsEmpty()));
}

TEST(Relaxation, CommonWordsAreNotDemandedBesideTwoOthers) {
  const std::vector<DroppableWord> words{{0, 1, true}, {3, 5}, {7, 5}};
  EXPECT_THAT(relaxation_steps(words).front(), ElementsAre(3U, 7U));
}

TEST(Relaxation, TwoWordsAreDemandedEvenWhenCommon) {
  EXPECT_THAT(relaxation_steps(std::vector<DroppableWord>{{0, 1, true}, {3, 5}}).front(),
              ElementsAre(0U, 3U));
  const std::vector<DroppableWord> all_common{{0, 0.5, true}, {1, 1, true}, {2, 0.8, true}};
  EXPECT_THAT(relaxation_steps(all_common).front(), ElementsAre(1U, 2U));
}

TEST(Relaxation, OneWordIsDemandedAndThenNone) {
  EXPECT_THAT(relaxation_steps(std::vector<DroppableWord>{{2, 5}}),
              ElementsAre(ElementsAre(2U), testing::IsEmpty()));
}

TEST(Relaxation, CommonIsAQuarterOfALargeArchive) {
  EXPECT_TRUE(is_common(5001, 20'000));
  EXPECT_FALSE(is_common(5000, 20'000));
  EXPECT_FALSE(is_common(900, 1000));
}

TEST(Relaxation, TakesFewStepsAndEachDemandsAPartOfTheOneBefore) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<DroppableWord> words(1 + random() % 6);
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i] = {i, 0.01 + static_cast<double>(random() % 1000) / 100, random() % 4 == 0};
    }
    const auto steps = relaxation_steps(words);
    ASSERT_LE(steps.size(), 4U);
    ASSERT_TRUE(steps.back().empty());
    for (std::size_t i = 1; i < steps.size(); ++i) {
      ASSERT_LT(steps[i].size(), steps[i - 1].size());
      ASSERT_TRUE(std::includes(steps[i - 1].begin(), steps[i - 1].end(), steps[i].begin(),
                                steps[i].end()));
    }
  }
}

}  // namespace
}  // namespace lede
