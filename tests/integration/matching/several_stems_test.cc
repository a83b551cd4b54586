// Words that the index has under several stems.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

// "cafés" has a stem with accents and one without; the article with accents has both.
TEST(SeveralStems, OfOneWordDoNotAddUp) {
  test::SmallArchive archive;
  archive.put("accents", "cafés");
  archive.put("none", "cafes");
  archive.put("other", "harbour");
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "cafés";
  const auto hits = test::answer(searcher, request).hits;
  ASSERT_THAT(hits, testing::SizeIs(2));
  EXPECT_NEAR(hits[0].score, hits[1].score, hits[1].score / 2);
}

}  // namespace
}  // namespace lede
