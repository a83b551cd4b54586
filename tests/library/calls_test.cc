// The calls of the library give what the database has.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "tests/library/sample_database.h"

namespace lede::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class LibraryCalls : public testing::Test {
 protected:
  static std::vector<std::string> ids(const v1::Answer& answer) {
    std::vector<std::string> ids;
    for (const v1::Hit& hit : answer.hits) {
      ids.push_back(hit.id);
    }
    return ids;
  }

  static v1::Question question(const std::string& query) {
    v1::Question question;
    question.query = query;
    return question;
  }

  SampleDatabase sample_;
  v1::Database database_ = opened(sample_);
};

TEST_F(LibraryCalls, SearchFindsTheBestFirstAndSaysWhy) {
  const auto answer = database_.search(question("+harbour +wall")).value();
  EXPECT_THAT(ids(answer), ElementsAre("wall-1", "wall-2"));
  EXPECT_EQ(answer.total.value, 2U);
  EXPECT_TRUE(answer.total.exact);
  EXPECT_EQ(answer.index.documents, 3U);
  EXPECT_EQ(answer.interpreted.text, "(words +word:harbour +word:wall)");
  const v1::Hit& hit = answer.hits.front();
  EXPECT_GT(hit.score, answer.hits.back().score);
  EXPECT_EQ(hit.publisher, "The Kelmouth Ledger");
  ASSERT_TRUE(hit.published);
  EXPECT_EQ(hit.published->instant, std::chrono::sys_days(2024y / 5 / 31));
  EXPECT_EQ(hit.published->precision, v1::DatePrecision::kDay);
  ASSERT_FALSE(hit.snippets.empty());
  for (const v1::Mark& mark : hit.snippets.front().marks) {
    EXPECT_THAT(hit.snippets.front().text.substr(mark.from, mark.to - mark.from),
                testing::AnyOf("harbour", "wall"));
  }
}

TEST_F(LibraryCalls, SearchGivesNoHitsWhereThereAreNone) {
  const auto answer = database_.search(question("zeppelin")).value();
  EXPECT_THAT(answer.hits, IsEmpty());
  EXPECT_EQ(answer.total.value, 0U);
}

TEST_F(LibraryCalls, EveryMemberOfTheQuestionCounts) {
  v1::Question asked = question("harbour");
  asked.sort = v1::Sort::kOldest;
  EXPECT_THAT(ids(database_.search(asked).value()), ElementsAre("wall-1", "wall-2", "ferry"));
  asked.sort = v1::Sort::kNewest;
  asked.offset = 1;
  EXPECT_THAT(ids(database_.search(asked).value()), ElementsAre("wall-2", "wall-1"));
  asked.offset = 0;
  asked.before = "2024-07";
  asked.after = "2024-06";
  EXPECT_THAT(ids(database_.search(asked).value()), ElementsAre("wall-2"));
  asked.timezone = "Europe/Kyiv";
  const auto zoned = database_.search(asked).value();
  ASSERT_EQ(zoned.interpreted.dates.size(), 1U);
  EXPECT_EQ(zoned.interpreted.dates.front().from,
            std::chrono::sys_seconds(std::chrono::sys_days(2024y / 6 / 1)) - 3h);

  asked = question("harbour zeppelin");
  asked.match = v1::Match::kAll;
  EXPECT_THAT(database_.search(asked).value().hits, IsEmpty());
  asked.match = v1::Match::kAny;
  const auto any = database_.search(asked).value();
  EXPECT_EQ(any.total.value, 3U);

  asked = question("harbor");
  EXPECT_TRUE(database_.search(asked).value().did_you_mean);
  asked.did_you_mean = false;
  EXPECT_FALSE(database_.search(asked).value().did_you_mean);

  asked = question("harbour");
  asked.snippets = 0;
  asked.explain = true;
  asked.recency = v1::Recency::kStrong;
  const auto explained = database_.search(asked).value();
  EXPECT_THAT(explained.hits.front().snippets, IsEmpty());
  ASSERT_TRUE(explained.hits.front().explanation);
  const auto& parts = explained.hits.front().explanation->parts;
  EXPECT_TRUE(
      std::any_of(parts.begin(), parts.end(), [](const auto& p) { return p.kind == "recency"; }));
}

TEST_F(LibraryCalls, CursorsLeadThroughAllPages) {
  v1::Question asked = question("harbour");
  asked.limit = 1;
  std::vector<std::string> seen;
  do {
    const auto answer = database_.search(asked).value();
    ASSERT_EQ(answer.hits.size(), 1U);
    seen.push_back(answer.hits.front().id);
    asked.cursor = answer.next;
  } while (!asked.cursor.empty() && seen.size() < 10);
  EXPECT_THAT(seen, testing::UnorderedElementsAre("wall-1", "wall-2", "ferry"));
}

TEST_F(LibraryCalls, CountsAreOverAllThatMatches) {
  v1::Question asked = question("*");
  asked.limit = 0;
  asked.facets = {v1::Facet::kMonth, v1::Facet::kPublisher};
  asked.facet_limit = 1;
  asked.interval = v1::Interval::kAuto;
  const auto answer = database_.search(asked).value();
  ASSERT_EQ(answer.facets.size(), 2U);
  EXPECT_EQ(answer.facets[0].facet, v1::Facet::kMonth);
  EXPECT_EQ(answer.facets[0].more, 2U);
  EXPECT_EQ(answer.facets[1].facet, v1::Facet::kPublisher);
  EXPECT_EQ(answer.facets[1].values.front().value, "The Kelmouth Ledger");
  EXPECT_EQ(answer.facets[1].values.front().count, 2U);
  ASSERT_TRUE(answer.timeline);
  EXPECT_EQ(answer.timeline->interval, v1::Interval::kDay);
  EXPECT_EQ(answer.timeline->buckets.front().value, "2024-05-31");
  EXPECT_EQ(answer.timeline->missing, 1U);
}

TEST_F(LibraryCalls, WarningsSayWhereInTheQuery) {
  const auto answer = database_.search(question("harbour nosuch:field")).value();
  ASSERT_EQ(answer.warnings.size(), 1U);
  EXPECT_EQ(answer.warnings.front().code, "unknown_field");
  EXPECT_EQ(answer.warnings.front().at, 8U);
}

TEST_F(LibraryCalls, ArticlesAreWhole) {
  const auto article = database_.article("wall-1").value();
  EXPECT_EQ(article.title, "Harbour wall gives way in storm");
  EXPECT_EQ(article.author, "Ada Fenwick");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.language_from, "declared");
  EXPECT_EQ(article.path, "archive.jsonl#1");
  EXPECT_THAT(article.text, testing::HasSubstr("two sheds and a boat."));
  EXPECT_THAT(article.sources, testing::Contains(testing::Field(&v1::FieldSource::field, "title")));
}

TEST_F(LibraryCalls, FiltersLeaveWhatHasExactlyOneOfTheValues) {
  v1::Question asked = question("harbour");
  asked.publisher = {"Island Gazette"};
  EXPECT_THAT(ids(database_.search(asked).value()), ElementsAre("ferry"));
  asked.publisher = {"Gazette"};
  EXPECT_THAT(database_.search(asked).value().hits, IsEmpty());
  asked.publisher = {"Island Gazette", "The Kelmouth Ledger"};
  EXPECT_EQ(database_.search(asked).value().total.value, 3U);
  asked.author = {"Ada Fenwick"};
  EXPECT_THAT(ids(database_.search(asked).value()), ElementsAre("wall-1"));
  asked.language = {"de"};
  EXPECT_THAT(database_.search(asked).value().hits, IsEmpty());
  asked = question("harbour");
  asked.place = {"Nowhere"};
  EXPECT_THAT(database_.search(asked).value().hits, IsEmpty());
}

TEST_F(LibraryCalls, ArticlesShowWhatAQueryMatchesInThem) {
  const auto article = database_.article("wall-1", "harbour").value();
  ASSERT_EQ(article.title_marks.size(), 1U);
  EXPECT_EQ(article.title_marks.front().from, 0U);
  EXPECT_EQ(article.title_marks.front().to, 7U);
  ASSERT_FALSE(article.text_marks.empty());
  const v1::Mark mark = article.text_marks.front();
  EXPECT_EQ(article.text.substr(mark.from, mark.to - mark.from), "harbour");
  EXPECT_THAT(database_.article("wall-1").value().text_marks, IsEmpty());
}

TEST_F(LibraryCalls, SimilarLeavesOutTheArticleItself) {
  const auto answer = database_.similar("wall-1").value();
  EXPECT_EQ(answer.similar_to, "wall-1");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits.front().id, "wall-2");
  EXPECT_THAT(ids(answer), testing::Not(testing::Contains("wall-1")));
}

TEST_F(LibraryCalls, SuggestSaysWhatMayBeTypedNext) {
  const auto words = database_.suggest("harb", 3).value();
  ASSERT_FALSE(words.empty());
  EXPECT_EQ(words.front().kind, v1::SuggestionKind::kQuery);
  EXPECT_EQ(words.front().text, "harbour");
  EXPECT_EQ(words.front().count, 3U);
  const auto titles = database_.suggest("harb", 1).value();
  ASSERT_EQ(titles.size(), 1U);
  EXPECT_EQ(titles.front().kind, v1::SuggestionKind::kTitle);
  EXPECT_EQ(titles.front().text, "Harbour wall gives way in storm");
  EXPECT_EQ(titles.front().id, "wall-1");
  const auto names = database_.suggest("ada").value();
  ASSERT_FALSE(names.empty());
  EXPECT_EQ(names.front().kind, v1::SuggestionKind::kAuthor);
  EXPECT_EQ(names.front().text, "author:\"Ada Fenwick\"");
  EXPECT_EQ(names.front().count, 1U);
}

TEST_F(LibraryCalls, StatsCountArticles) {
  const auto stats = database_.stats().value();
  EXPECT_EQ(stats.index.documents, 3U);
  ASSERT_EQ(stats.languages.size(), 1U);
  EXPECT_EQ(stats.languages.front().language, "en");
  EXPECT_EQ(stats.oldest, std::chrono::sys_days(2024y / 5 / 31));
}

TEST_F(LibraryCalls, SeveralDatabasesAreSearchedAsOne) {
  const SampleDatabase other;
  other.update(R"({"id":"tram","title":"Trams to the harbour","text":"Trams run at night."})"
               "\n");
  auto both = v1::Database::open(std::vector{sample_.path(), other.path()}).value();
  EXPECT_EQ(both.search(question("harbour")).value().total.value, 4U);
}

// Whether the folder is written in place or swapped for another.
TEST_F(LibraryCalls, RefreshGoesOnToWhatIsOnDisk) {
  for (const std::string writer : {"api", "bulk"}) {
    SCOPED_TRACE(writer);
    const std::string word = "trams" + writer;
    EXPECT_FALSE(database_.refresh().value());
    sample_.update(std::string(sample_lines()) + R"({"id":"tram","title":")" + word +
                       R"(","text":"They run at night."})" + "\n",
                   writer);
    EXPECT_EQ(database_.search(question(word)).value().total.value, 0U);
    EXPECT_TRUE(database_.refresh().value());
    EXPECT_FALSE(database_.refresh().value());
    EXPECT_EQ(database_.search(question(word)).value().total.value, 1U);
  }
}

TEST_F(LibraryCalls, WhatIsOpenGoesOnWhenTheFolderIsGone) {
  std::filesystem::rename(sample_.path(), sample_.path() + ".away");
  const auto refreshed = database_.refresh();
  ASSERT_FALSE(refreshed);
  EXPECT_EQ(refreshed.error().code, v1::ErrorCode::kDatabaseMissing);
  EXPECT_EQ(database_.search(question("harbour")).value().total.value, 3U);
}

TEST_F(LibraryCalls, DatabasesOfOneFolderMayBeAskedAtTheSameTime) {
  std::vector<std::thread> threads;
  std::vector<std::uint64_t> totals(4);
  for (std::uint64_t& total : totals) {
    threads.emplace_back([&total, path = sample_.path()] {
      auto database = v1::Database::open(path).value();
      v1::Question asked;
      asked.query = "harbour";
      for (int i = 0; i < 20; ++i) {
        total += database.search(asked).value().total.value;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_THAT(totals, testing::Each(60U));
}

TEST_F(LibraryCalls, ADatabaseCanBeMoved) {
  v1::Database moved = std::move(database_);
  EXPECT_EQ(moved.search(question("harbour")).value().total.value, 3U);
  database_ = std::move(moved);
  EXPECT_EQ(database_.search(question("harbour")).value().total.value, 3U);
}

TEST(LibraryVersion, IsThatOfThePackage) {
  EXPECT_EQ(v1::version(), LEDE_VERSION);
  EXPECT_EQ(v1::format_version(), 1);
}

}  // namespace
}  // namespace lede::test
