// Which questions are the same, and which only look so.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/question_key.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace lede::serve {
namespace {

constexpr std::int64_t kNow = 1718366400;  // Friday, 14 June 2024, 12:00:00 UTC
constexpr std::int64_t kMinuteLater = kNow + 60;

SearchRequest asking(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

// Each change of a request makes another question: no field is forgotten.
TEST(QuestionKey, EachPartOfARequestCounts) {
  using Change = std::function<void(SearchRequest&)>;
  const std::vector<Change> changes = {
      [](SearchRequest& r) { r.query = "ferries"; },
      [](SearchRequest& r) { r.match = Match::kAny; },
      [](SearchRequest& r) { r.sort = Sort::kOldest; },
      [](SearchRequest& r) { r.limit = 11; },
      [](SearchRequest& r) { r.offset = 1; },
      [](SearchRequest& r) { r.cursor = "c"; },
      [](SearchRequest& r) { r.snippets = 1; },
      [](SearchRequest& r) { r.snippet_bytes = 100; },
      [](SearchRequest& r) { r.after = "2024"; },
      [](SearchRequest& r) { r.before = "2024"; },
      [](SearchRequest& r) {
        r.filters = {{FacetField::kPlace, "Kelmouth"}};
      },
      [](SearchRequest& r) {
        r.filters = {{FacetField::kPublisher, "Kelmouth"}};
      },
      [](SearchRequest& r) { r.timeout_ms = 5; },
      [](SearchRequest& r) { r.metadata_only = true; },
      [](SearchRequest& r) { r.did_you_mean = false; },
      [](SearchRequest& r) { r.recency = Recency::kMild; },
      [](SearchRequest& r) { r.expand = true; },
      [](SearchRequest& r) { r.explain = true; },
      [](SearchRequest& r) { r.facets.fields = {FacetField::kPublisher}; },
      [](SearchRequest& r) { r.facets.fields = {FacetField::kYear}; },
      [](SearchRequest& r) { r.facets.limit = 3; },
      [](SearchRequest& r) { r.facets.timeline = Interval::kAuto; },
      [](SearchRequest& r) { r.facets.timeline = Interval::kYear; },
      [](SearchRequest& r) { r.parse.strict = true; },
      [](SearchRequest& r) { r.parse.zone = *TimeZone::find("Europe/Kyiv"); },
  };
  std::set<std::string> keys{question_key(asking("ferry"), kNow)};
  for (const Change& change : changes) {
    SearchRequest request = asking("ferry");
    change(request);
    keys.insert(question_key(request, kNow));
  }
  EXPECT_EQ(keys.size(), changes.size() + 1);
}

TEST(QuestionKey, TextsDoNotRunIntoEachOther) {
  SearchRequest one = asking("a");
  one.after = "2024";
  SearchRequest other = asking("a4:2024");
  EXPECT_NE(question_key(one, kNow), question_key(other, kNow));
}

TEST(QuestionKey, MovesWithTheClockOnlyWhereTheMeaningDoes) {
  for (const char* still : {"ferry", "date:2024-05", "date:2020..2024-01", "\"last week\""}) {
    EXPECT_EQ(question_key(asking(still), kNow), question_key(asking(still), kMinuteLater))
        << still;
  }
  for (const char* moving : {"date:7d", "ferry date:last-week", "date:today", "after:2d"}) {
    EXPECT_NE(question_key(asking(moving), kNow), question_key(asking(moving), kMinuteLater))
        << moving;
  }
  SearchRequest recent = asking("ferry");
  recent.recency = Recency::kStrong;
  EXPECT_NE(question_key(recent, kNow), question_key(recent, kMinuteLater));
  SearchRequest after = asking("ferry");
  after.after = "7d";
  EXPECT_NE(question_key(after, kNow), question_key(after, kMinuteLater));
  after.after = "2024";
  EXPECT_EQ(question_key(after, kNow), question_key(after, kMinuteLater));
}

}  // namespace
}  // namespace lede::serve
