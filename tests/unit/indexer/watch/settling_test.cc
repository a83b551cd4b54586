// When changes that keep coming are acted on.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch/settling.h"

#include <gtest/gtest.h>

namespace lede {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const Settling::Clock::time_point kStart{seconds(1000)};
constexpr Settling::Times kTimes{milliseconds(500), seconds(10)};

TEST(Settling, WithoutAChangeThereIsNothingToDo) {
  Settling settling(kTimes);
  EXPECT_FALSE(settling.due());
}

TEST(Settling, WaitsUntilChangesPause) {
  Settling settling(kTimes);
  settling.change(kStart);
  EXPECT_EQ(settling.due(), kStart + milliseconds(500));
  settling.change(kStart + milliseconds(400));
  EXPECT_EQ(settling.due(), kStart + milliseconds(900));
}

TEST(Settling, DoesNotWaitForEver) {
  Settling settling(kTimes);
  for (int i = 0; i < 100; ++i) {
    settling.change(kStart + milliseconds(200 * i));
  }
  EXPECT_EQ(settling.due(), kStart + seconds(10));
}

TEST(Settling, ForgetsWhatWasActedOnAndNothingElse) {
  Settling settling(kTimes);
  settling.change(kStart);
  settling.done(kStart + seconds(1), kStart + seconds(2));
  EXPECT_FALSE(settling.due());
  settling.change(kStart);
  settling.change(kStart + milliseconds(1500));
  settling.done(kStart + seconds(1), kStart + seconds(2));
  EXPECT_TRUE(settling.due()) << "it changed while it was read";
}

TEST(Settling, RestsAsLongAsTheWorkTook) {
  Settling settling(kTimes);
  settling.change(kStart);
  settling.done(kStart + seconds(1), kStart + seconds(21));
  settling.change(kStart + seconds(22));
  EXPECT_EQ(settling.due(), kStart + seconds(41));
}

}  // namespace
}  // namespace lede
