// Random articles, random queries of all operators: what search finds is what trying out every
// combination of words finds, and what it marks is what takes part, all of it and nothing else.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "searcher/query/parser.h"
#include "searcher/query/tree.h"
#include "tests/integration/answers/small_archive.h"
#include "tests/integration/matching/brute_force.h"

namespace lede {
namespace {

// Forms of few stems, words nearly alike, compounds: so that short texts meet short queries.
constexpr std::array<std::string_view, 29> kWords = {
    "missile", "missiles", "missive",    "strike", "strikes", "striking", "harbour", "harbor",
    "wall",    "walls",    "wally",      "jet",    "jets",    "ferry",    "ferries", "kyiv",
    "kiev",    "range",    "long-range", "F-16",   "F16",     "long",     "navy",    "Harbour's",
    "storm",   "stormy",   "longrange",  "long",   "range"};
constexpr std::array<std::string_view, 3> kLittleWords = {"the", "of", "and"};
constexpr std::array<std::string_view, 8> kGaps = {" ", " ", " ", " ", ", ", ". ", "\n", " – "};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool once_in(std::size_t times) { return below(times) == 0; }

  std::string word() { return std::string(kWords[below(kWords.size())]); }

  std::string text(std::size_t words) {
    std::string out;
    for (; words > 0; --words) {
      std::string next =
          once_in(5) ? std::string(kLittleWords[below(kLittleWords.size())]) : word();
      if (out.ends_with(". ") || out.empty()) {
        next.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(next.front())));
      }
      out += next;
      out += words > 1 ? kGaps[below(kGaps.size())] : ".";
    }
    return out;
  }

  // A query, with something of everything.
  std::string query(const std::vector<Article>& articles) {
    std::string out = clause(articles);
    for (std::size_t more = below(3); more > 0; --more) {
      constexpr std::array<std::string_view, 5> kJoints = {" ", " ", " AND ", " OR ", " -"};
      out += kJoints[below(kJoints.size())];
      out += clause(articles);
    }
    return out;
  }

 private:
  std::string clause(const std::vector<Article>& articles) {
    switch (below(8)) {
      case 0:
      case 1:
        return leaf(articles);
      case 2:
        return "title:" + leaf(articles);
      case 3:
        return "(" + leaf(articles) + " OR " + leaf(articles) + ")";
      case 4:
        return phrase(articles, 2 + below(2)) + "~" + std::to_string(1 + below(4));
      default:
        return proximity(articles);
    }
  }

  std::string proximity(const std::vector<Article>& articles) {
    const std::string by = operator_name();
    std::string out = "(" + beside(articles) + by + beside(articles);
    if (once_in(4)) {
      out += by + beside(articles);
    }
    out += ")";
    return once_in(8) ? "title:" + out : out;
  }

  std::string operator_name() {
    switch (below(3)) {
      case 0:
        return " SENTENCE ";
      case 1:
        return " ADJ/" + std::to_string(1 + below(6)) + " ";
      default:
        return " NEAR/" + std::to_string(1 + below(6)) + " ";
    }
  }

  std::string beside(const std::vector<Article>& articles) {
    return once_in(4) ? "(" + leaf(articles) + " OR " + leaf(articles) + ")" : leaf(articles);
  }

  std::string leaf(const std::vector<Article>& articles) {
    std::string one = word();
    switch (below(9)) {
      case 0:
        return phrase(articles, 2 + below(2));
      case 1:
        return "\"" + one + "\"";
      case 2:
        return one.substr(0, 3) + "*";
      case 3:
        return has_marks(one) ? one : one.substr(0, 3) + "*" + one.back();
      case 4:
        return one.size() < 5 ? one : one.substr(0, 3) + "?" + one.substr(4);
      case 5:
        return one.size() < 5 || has_marks(one) ? one : one + "~1";
      default:
        return one;
    }
  }

  static bool has_marks(const std::string& word) {
    return word.find_first_of("-'") != std::string::npos;
  }

  // Words as they stand side by side in some article, mostly.
  std::string phrase(const std::vector<Article>& articles, std::size_t count) {
    std::vector<std::string> words;
    std::string next;
    for (const char c : articles[below(articles.size())].text + " ") {
      const bool part = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '\'';
      if (part) {
        next += c;
      } else if (!next.empty()) {
        words.push_back(std::exchange(next, {}));
      }
    }
    const std::size_t first = below(words.size());
    std::string out = "\"";
    for (std::size_t i = 0; i < count; ++i) {
      out += (i > 0 ? " " : "") + (once_in(8) ? word() : words[(first + i) % words.size()]);
    }
    return out + "\"";
  }

  std::mt19937 random_;
};

std::string printed(const std::set<test::Bytes>& marks, std::string_view text) {
  std::string out;
  for (const auto& [from, to] : marks) {
    out += "[" + std::string(text.substr(from, to - from)) + "]@" + std::to_string(from) + " ";
  }
  return out;
}

// Each mark is something that takes part; what takes part is marked, or something longer is in its
// place.
void check_marks(const std::vector<test::Bytes>& marks, const std::set<test::Bytes>& expected,
                 const test::Bytes& shown, std::string_view text) {
  for (const auto& [from, to] : marks) {
    EXPECT_TRUE(expected.contains({from, to}))
        << "marked, but takes no part: [" << text.substr(from, to - from) << "]@" << from << " of "
        << printed(expected, text);
  }
  for (const test::Bytes& part : expected) {
    const auto [from, to] = part;
    if (from < shown.first || to > shown.second) {
      continue;
    }
    const bool seen = std::any_of(marks.begin(), marks.end(), [&](const test::Bytes& mark) {
      return mark.first < part.second && part.first < mark.second;
    });
    EXPECT_TRUE(seen) << "takes part, but is not marked: [" << text.substr(from, to - from) << "]@"
                      << from;
  }
}

class MatchingOracle : public testing::TestWithParam<unsigned> {
 protected:
  void check(const std::string& query) {
    SCOPED_TRACE(query);
    const auto parsed = parse_query(query, {});
    ASSERT_TRUE(parsed.has_value()) << parsed.error().message;
    SCOPED_TRACE(to_string(parsed->root));
    const QueryNode meant = brute_force_.with_other_writings(parsed->root);
    SearchRequest request;
    request.query = query;
    request.match = Match::kAll;
    request.limit = articles_.size();
    const SearchResponse response = test::answer(*searcher_, request);
    std::set<std::string> found;
    for (const Hit& hit : response.hits) {
      found.insert(hit.id);
      check_hit(hit, meant);
    }
    std::set<std::string> expected;
    for (const Article& article : articles_) {
      if (brute_force_.matches(meant, {article.title, article.text})) {
        expected.insert(article.id);
      }
    }
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(response.total_exact);
    EXPECT_EQ(response.total, expected.size());
    hits_ += expected.size();
  }

  void check_hit(const Hit& hit, const QueryNode& root) {
    const Article& article = articles_[std::stoul(hit.id)];
    SCOPED_TRACE("article " + hit.id + ": " + article.title + " | " + article.text);
    check_marks(hit.title_marks, brute_force_.marks(root, article.title, true),
                {0, article.title.size()}, article.title);
    const auto expected = brute_force_.marks(root, article.text, false);
    for (const Snippet& snippet : hit.snippets) {
      std::vector<test::Bytes> marks;
      for (const auto& [from, to] : snippet.marks) {
        marks.emplace_back(snippet.start + from, snippet.start + to);
      }
      check_marks(marks, expected, {snippet.start, snippet.start + snippet.text.size()},
                  article.text);
      marks_ += marks.size();
    }
  }

  void fill(Maker& maker, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      Article article = test::english(std::to_string(i), maker.text(3 + maker.below(25)));
      article.title = maker.text(maker.below(6));
      archive_.put(article);
      brute_force_.learn({article.title, article.text});
      articles_.push_back(std::move(article));
    }
    searcher_ = archive_.searcher();
  }

  std::vector<Article> articles_;
  test::SmallArchive archive_;
  std::optional<Searcher> searcher_;
  Analyzer analyzer_;
  test::BruteForce brute_force_{analyzer_};
  std::size_t hits_ = 0;
  std::size_t marks_ = 0;
};

TEST_P(MatchingOracle, AgreesWithSearchOnArticlesAndMarks) {
  Maker maker(GetParam());
  fill(maker, 60);
  for (int round = 0; round < 150 && !HasFailure(); ++round) {
    check(maker.query(articles_));
  }
  EXPECT_GT(hits_, 500U) << "the queries must find something";
  EXPECT_GT(marks_, 500U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, MatchingOracle, testing::Range(1U, 9U));

}  // namespace
}  // namespace lede
