// The ranking, computed the slow and obvious way from the articles themselves, must be the one
// that search gives: BM25 over stems, title words counted three times, bonuses as documented.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "common/schema.h"
#include "common/text/analyzer.h"
#include "indexer/document.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/stop_words.h"
#include "searcher/search.h"
#include "tests/support/temp_dir.h"

namespace lede {
namespace {

// Forms of a few stems, plain words and stop words, the first the most frequent.
constexpr std::array kVocabulary{"the",      "of",     "missile", "missiles", "in",       "strike",
                                 "striking", "border", "talks",   "talking",  "article",  "papers",
                                 "minister", "to",     "treaty",  "harbour",  "election", "vote",
                                 "voted",    "and",    "storm",   "inquiry",  "witness",  "report",
                                 "reported", "engine", "company", "court",    "judge",    "judges"};

struct Sample {
  std::vector<std::string> title;
  std::vector<std::string> text;
};

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

class Words {
 public:
  explicit Words(unsigned seed) : random_(seed) {}

  std::vector<std::string> draw(std::size_t count) {
    std::vector<std::string> words;
    for (; count > 0; --count) {
      // Minimum of two draws: a rough Zipf, so that some words are in most articles.
      const auto pick = std::min(random_() % kVocabulary.size(), random_() % kVocabulary.size());
      words.emplace_back(kVocabulary[pick]);
    }
    return words;
  }
  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  std::mt19937 random_;
};

// BM25 over one collection, by definition.
class Oracle {
 public:
  Oracle(std::vector<Sample> samples, Analyzer& analyzer)
      : samples_(std::move(samples)), analyzer_(analyzer) {
    for (const Sample& sample : samples_) {
      std::map<std::string, double> counts;
      count(sample.title, kTitleTimes, counts);
      count(sample.text, 1, counts);
      double length = 0;
      for (const auto& [term, times] : counts) {
        length += times;
        ++document_frequency_[term];
      }
      // The title is indexed once more as a field of its own: words and stems.
      lengths_.push_back(length + 2.0 * static_cast<double>(sample.title.size()));
      total_length_ += lengths_.back();
      counts_.push_back(std::move(counts));
    }
  }

  // Scores of the articles that have any of the words, best first.
  [[nodiscard]] std::vector<std::pair<double, std::size_t>> rank(
      const std::vector<std::string>& query) const {
    std::map<std::string, double> times;
    const bool only_stop_words = std::all_of(query.begin(), query.end(), stops);
    for (const std::string& word : query) {
      if (only_stop_words || !stops(word)) {
        ++times[word];
      }
    }
    const auto words_in_all = static_cast<std::size_t>(
        std::count_if(query.begin(), query.end(), [](const auto& word) { return !stops(word); }));
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      double score = 0;
      bool matches = false;
      for (const auto& [word, n] : times) {
        matches = matches || counts_[i].count(stem(word)) > 0;
        const double share = words_in_all >= ranking::kQuestionWords && is_request_word(word, "en")
                                 ? ranking::kRequestWordShare
                                 : 1;
        score += share * (bm25(stem(word), i, n) + ranking::kExactBonus * bm25(word, i, n));
      }
      if (matches) {
        ranked.emplace_back(score + adjacency(query, i) + proximity(query, i), i);
      }
    }
    std::sort(ranked.begin(), ranked.end(), std::greater<>());
    return ranked;
  }

 private:
  static bool stops(const std::string& word) { return is_stop_word(word, "en"); }
  [[nodiscard]] std::string stem(const std::string& word) const {
    return "Z" + analyzer_.stem(word, "en");
  }

  void count(const std::vector<std::string>& words, double times,
             std::map<std::string, double>& counts) const {
    for (const std::string& word : words) {
      counts[word] += times;
      counts[stem(word)] += times;
    }
  }

  [[nodiscard]] double bm25(const std::string& term, std::size_t document,
                            double times_in_query) const {
    const auto here = counts_[document].find(term);
    if (here == counts_[document].end()) {
      return 0;
    }
    const auto n = static_cast<double>(samples_.size());
    const double df = document_frequency_.at(term);
    double odds = (n - df + 0.5) / (df + 0.5);
    odds = odds < 2 ? odds * 0.5 + 1 : odds;  // Xapian's floor for very common terms
    const double query_weight =
        (ranking::kK3 + 1) * times_in_query / (ranking::kK3 + times_in_query);
    const double length = lengths_[document] / (total_length_ / n);
    const double saturation = ranking::kK1 * (1 - ranking::kB + ranking::kB * length);
    return std::log(odds) * query_weight * (ranking::kK1 + 1) * here->second /
           (saturation + here->second);
  }

  static bool side_by_side(const std::vector<std::string>& words, const std::string& first,
                           const std::string& second) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i - 1] == first && words[i] == second) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] double adjacency(const std::vector<std::string>& query,
                                 std::size_t document) const {
    std::set<std::pair<std::string, std::string>> seen;
    double bonus = 0;
    for (std::size_t i = 1; i < query.size(); ++i) {
      const auto& [first, second] = std::tie(query[i - 1], query[i]);
      if (stops(first) || stops(second) || !seen.emplace(first, second).second) {
        continue;
      }
      if (side_by_side(samples_[document].title, first, second) ||
          side_by_side(samples_[document].text, first, second)) {
        bonus += ranking::kAdjacencyBonus * (bm25(first, document, 1) + bm25(second, document, 1));
      }
    }
    return bonus;
  }

  static bool near(const std::vector<std::string>& words, const std::string& first,
                   const std::string& second) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t j = i; j < std::min(i + ranking::kProximityWindow, words.size()); ++j) {
        if ((words[i] == first && words[j] == second) ||
            (words[i] == second && words[j] == first)) {
          return true;
        }
      }
    }
    return false;
  }

  [[nodiscard]] double proximity(std::vector<std::string> query, std::size_t document) const {
    query.erase(std::remove_if(query.begin(), query.end(), stops), query.end());
    std::set<std::set<std::string>> seen;
    double bonus = 0;
    for (std::size_t i = 1; i < query.size(); ++i) {
      const auto& [first, second] = std::tie(query[i - 1], query[i]);
      if (first == second || !seen.insert({first, second}).second) {
        continue;
      }
      if (near(samples_[document].title, first, second) ||
          near(samples_[document].text, first, second)) {
        bonus += ranking::kProximityBonus * (bm25(first, document, 1) + bm25(second, document, 1));
      }
    }
    return bonus;
  }

  std::vector<Sample> samples_;
  Analyzer& analyzer_;
  std::vector<std::map<std::string, double>> counts_;
  std::vector<double> lengths_;
  std::map<std::string, double> document_frequency_;
  double total_length_ = 0;
};

void index(const std::vector<Sample>& samples, const std::string& path, Analyzer& analyzer) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  write_schema(database);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    Article article;
    article.id = std::to_string(i);
    article.language = "en";
    article.title = joined(samples[i].title);
    article.text = joined(samples[i].text);
    database.add_document(build_document(article, "0:test", analyzer));
  }
  database.commit();
}

class RankingOracle : public testing::TestWithParam<unsigned> {};

TEST_P(RankingOracle, AgreesWithSearchOnEveryScore) {
  Words words(GetParam());
  std::vector<Sample> samples;
  for (int i = 0; i < 200; ++i) {
    samples.push_back({words.draw(words.below(6)), words.draw(1 + words.below(60))});
  }
  Analyzer analyzer;
  const test::TempDir directory;
  const std::string path = (directory.path() / "lede.db").string();
  index(samples, path, analyzer);
  const Oracle oracle(samples, analyzer);
  auto searcher = Searcher::open(std::array{path});
  ASSERT_TRUE(searcher.has_value()) << searcher.error().message;

  for (int round = 0; round < 40; ++round) {
    const auto query = words.draw(1 + words.below(12));
    SearchRequest request;
    request.query = joined(query);
    request.match = Match::kAny;
    request.limit = samples.size();
    request.metadata_only = true;
    const auto response = searcher->search(request);
    ASSERT_TRUE(response.has_value()) << response.error().message;
    const auto expected = oracle.rank(query);
    ASSERT_EQ(response->hits.size(), expected.size()) << request.query;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ASSERT_NEAR(response->hits[i].score, expected[i].first, 1e-6)
          << request.query << ", rank " << i + 1 << ", oracle's article " << expected[i].second
          << ", search's " << response->hits[i].id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RankingOracle, testing::Range(1U, 6U));

}  // namespace
}  // namespace lede
