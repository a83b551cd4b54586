// Words that the index has under several stems.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

// "we're" has a stem with its apostrophe and one without; an article that writes it so has both.
TEST(SeveralStems, OfOneWordDoNotAddUp) {
  test::SmallArchive archive;
  archive.put("apostrophe", "we're");
  archive.put("none", "were");
  archive.put("other", "harbour");
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "we're";
  const auto hits = test::answer(searcher, request).hits;
  ASSERT_THAT(hits, testing::SizeIs(2));
  EXPECT_EQ(hits[0].id, "apostrophe");
  EXPECT_LT(hits[0].score, 2 * hits[1].score);
}

}  // namespace
}  // namespace lede
