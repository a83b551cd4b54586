// Pages by cursor while the archive changes: nothing twice, nothing that stayed left out.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cursor.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/integration/answers/small_archive.h"

namespace lede {
namespace {

using test::answer;
using test::dated;
using test::english;
using test::ids;

constexpr std::int64_t kSecondsOfDay = 86'400;

TEST(Cursor, ComesBackAsItWas) {
  std::mt19937 random(5);
  for (std::size_t count = 0; count < 300; count += 7) {
    Cursor cursor{random(), random(), {}};
    std::set<Xapian::docid> seen;
    while (seen.size() < count) {
      seen.insert(static_cast<Xapian::docid>(1 + random() % (count < 100 ? 200U : 4'000'000'000U)));
    }
    cursor.seen.assign(seen.begin(), seen.end());
    const auto decoded = decode_cursor(encode_cursor(cursor));
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->question, cursor.question);
    EXPECT_EQ(decoded->database, cursor.database);
    EXPECT_EQ(decoded->seen, cursor.seen);
  }
}

TEST(Cursor, DamageIsNoticed) {
  const std::string token = encode_cursor({1, 2, {3, 500, 70'000}});
  for (std::size_t i = 0; i < token.size(); ++i) {
    for (const char c : {'A', 'z', '*', '\0'}) {
      std::string damaged = token;
      damaged[i] = c;
      const auto decoded = decode_cursor(damaged);
      if (decoded.has_value()) {  // the last letter has bits that say nothing
        EXPECT_EQ(decoded->seen, (std::vector<Xapian::docid>{3, 500, 70'000})) << i;
      }
    }
    EXPECT_FALSE(decode_cursor(token.substr(0, i)).has_value()) << i;
  }
  EXPECT_FALSE(decode_cursor(token + "A1b2").has_value());
  EXPECT_EQ(decode_cursor("nonsense").error().code, ErrorCode::kUsage);
}

// An archive that changes between pages.
class ChangingArchive {
 public:
  explicit ChangingArchive(unsigned seed) : random_(seed) {
    for (int i = 0; i < 80; ++i) {
      add();
    }
  }

  void change() {
    for (int i = 0; i < 6; ++i) {
      add();
      const auto victim = live_.begin() + static_cast<std::ptrdiff_t>(random_() % live_.size());
      if (random_() % 2 == 0) {
        archive_.remove(*victim);
        stayed_.erase(*victim);
        live_.erase(victim);
      } else {
        archive_.put(article(*victim));  // still matches: words, length and date are others
      }
    }
  }

  [[nodiscard]] Searcher searcher() { return archive_.searcher(); }
  [[nodiscard]] const std::set<std::string>& stayed() const { return stayed_; }
  void forget_new() { stayed_ = {live_.begin(), live_.end()}; }

 private:
  void add() {
    const std::string id = "a" + std::to_string(next_++);
    archive_.put(article(id));
    live_.push_back(id);
  }

  Article article(const std::string& id) {
    std::string text = "harbour";
    for (auto words = random_() % 12; words > 0; --words) {
      text += random_() % 3 == 0 ? " harbour" : (random_() % 2 == 0 ? " wall" : " other");
    }
    Article made = english(id, text);
    return random_() % 4 == 0 ? made
                              : dated(made, static_cast<int>(random_() % 300) * kSecondsOfDay);
  }

  test::SmallArchive archive_;
  std::mt19937 random_;
  std::vector<std::string> live_;
  std::set<std::string> stayed_;  // since forget_new()
  int next_ = 0;
};

class CursorPages : public testing::TestWithParam<std::tuple<Sort, unsigned>> {};

TEST_P(CursorPages, ShowNothingTwiceAndAllThatStayed) {
  const auto [sort, seed] = GetParam();
  ChangingArchive archive(seed);
  archive.forget_new();
  SearchRequest request;
  request.query = "harbour wall";
  request.sort = sort;
  request.limit = 7;
  std::vector<std::string> shown;
  for (int page = 0; page < 200; ++page) {
    auto searcher = archive.searcher();
    const auto response = answer(searcher, request);
    EXPECT_EQ(response.skipped, shown.size());
    const auto here = ids(response);
    shown.insert(shown.end(), here.begin(), here.end());
    if (response.next.empty()) {
      break;
    }
    request.cursor = response.next;
    if (page < 8) {
      archive.change();
    }
  }
  const std::set<std::string> unique(shown.begin(), shown.end());
  EXPECT_EQ(unique.size(), shown.size()) << "an article was shown twice";
  EXPECT_TRUE(
      std::includes(unique.begin(), unique.end(), archive.stayed().begin(), archive.stayed().end()))
      << "an article that stayed was not shown";
}

INSTANTIATE_TEST_SUITE_P(Orders, CursorPages,
                         testing::Combine(testing::Values(Sort::kRelevance, Sort::kNewest,
                                                          Sort::kOldest),
                                          testing::Range(1U, 6U)));

TEST(CursorPages, AreThoseOfTheOffsetWhereNothingChanges) {
  ChangingArchive archive(9);
  auto searcher = archive.searcher();
  SearchRequest by_offset;
  by_offset.query = "harbour wall";
  SearchRequest by_cursor = by_offset;
  for (; by_offset.offset < 80; by_offset.offset += 10) {
    const auto page = answer(searcher, by_cursor);
    EXPECT_EQ(ids(page), ids(answer(searcher, by_offset)));
    by_cursor.cursor = page.next;
  }
  EXPECT_TRUE(by_cursor.cursor.empty());
}

TEST(CursorPages, OfAnotherQuestionAreRefused) {
  test::SmallArchive archive;
  archive.put("a", "harbour");
  archive.put("b", "harbour");
  auto searcher = archive.searcher();
  SearchRequest request;
  request.query = "harbour";
  request.limit = 1;
  request.cursor = answer(searcher, request).next;
  ASSERT_FALSE(request.cursor.empty());
  const auto refused = [&](const SearchRequest& changed) {
    const auto response = searcher.search(changed);
    return !response.has_value() && response.error().code == ErrorCode::kUsage;
  };
  SearchRequest other = request;
  other.query = "harbours";
  EXPECT_TRUE(refused(other));
  other = request;
  other.sort = Sort::kNewest;
  EXPECT_TRUE(refused(other));
  other = request;
  other.match = Match::kAny;
  EXPECT_TRUE(refused(other));
  other = request;
  other.after = "2024";
  EXPECT_TRUE(refused(other));
  other = request;
  other.offset = 1;
  EXPECT_TRUE(refused(other));
  EXPECT_FALSE(searcher.similar("a", request).has_value());
  other = request;  // how much is shown, and how, may change
  other.limit = 5;
  other.snippets = 0;
  other.explain = true;
  EXPECT_FALSE(refused(other));

  test::SmallArchive made_anew;
  made_anew.put("a", "harbour");
  auto another = made_anew.searcher();
  const auto response = another.search(request);
  ASSERT_FALSE(response.has_value());
  EXPECT_EQ(response.error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace lede
