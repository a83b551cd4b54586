// Suggestions for people.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output/suggestions_text.h"

#include <gtest/gtest.h>

namespace lede {
namespace {

TEST(SuggestionsText, IsOneLineEach) {
  SuggestResponse response;
  response.suggestions = {{SuggestionKind::kQuery, "harbour wall", 12, ""},
                          {SuggestionKind::kAuthor, "author:\"Ann Lee\"", 1000, ""},
                          {SuggestionKind::kTitle, "Harbour wall\x1B[31m", 1, "wall.txt"}};
  EXPECT_EQ(suggestions_text(response),
            "harbour wall (12)\n"
            "author:\"Ann Lee\" (1,000 or more)\n"
            "Harbour wall\uFFFD[31m (title, wall.txt)\n");
}

TEST(SuggestionsText, OfNoneIsEmpty) { EXPECT_EQ(suggestions_text({}), ""); }

}  // namespace
}  // namespace lede
