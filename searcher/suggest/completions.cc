// Where the list of terms is too long to walk through, a sample of articles knows the frequent
// ones.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggest/completions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "common/schema.h"
#include "common/text/fold.h"
#include "searcher/plan/ranking.h"
#include "searcher/plan/unit_query.h"
#include "searcher/suggest/printed_form.h"
#include "searcher/terms/prefix_terms.h"

namespace lede {
namespace {

constexpr std::size_t kWalkedCompletions = 2000;
constexpr std::size_t kKeptTerms = 200;
// Reading the terms of an article costs some 30 microseconds.
constexpr Xapian::doccount kArticlesBefore = 50;
constexpr Xapian::docid kSpreadArticles = 50;
// Positions are read for so many words, in so many articles.
constexpr std::size_t kWordsWithPositions = 16;
constexpr std::size_t kArticlesWithPositions = 32;
constexpr Xapian::doccount kArticlesForNextWord = 16;
constexpr std::size_t kArticlesKept = 2;
constexpr Xapian::termpos kWordsNear = 5;
constexpr double kFollowingCounts = 10;  // next to the word before: as much as in ten articles
constexpr double kNearCounts = 2;

struct Candidate {
  std::string term;
  std::vector<Xapian::docid> articles;  // of the sample
  double score = 0;
  double telling = 1;  // how few of all articles have it
};

bool better(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score > b.score : a.term < b.term;
}

class Sample {
 public:
  Sample(const CompletionContext& context, std::string_view start)
      : context_(context), start_(start) {}

  // Throws Xapian::Error.
  void add(Xapian::docid article) {
    const Xapian::Document document =
        context_.database.get_document(article, Xapian::DOC_ASSUME_VALID);
    auto term = document.termlist_begin();
    const auto end = document.termlist_end();
    for (term.skip_to(start_); term != end && (*term).starts_with(start_); ++term) {
      articles_[*term].push_back(article);
    }
  }

  std::vector<Candidate> candidates() {
    std::vector<Candidate> all;
    for (auto& [term, articles] : articles_) {
      all.push_back({term, std::move(articles)});
    }
    return all;
  }

 private:
  const CompletionContext& context_;
  std::string start_;
  std::map<std::string, std::vector<Xapian::docid>> articles_;
};

// Articles at even distances through the index.
std::vector<Candidate> spread_sample(std::string_view start, const CompletionContext& context) {
  Sample sample(context, start);
  const Xapian::docid last = context.database.get_lastdocid();
  auto article = context.database.postlist_begin("");
  const auto end = context.database.postlist_end("");
  for (Xapian::docid i = 0; i < kSpreadArticles && article != end; ++i) {
    article.skip_to(1 + static_cast<Xapian::docid>(std::uint64_t{last} * i / kSpreadArticles));
    if (article != end) {
      sample.add(*article);
      ++article;
    }
  }
  return sample.candidates();
}

class Ranking {
 public:
  explicit Ranking(const CompletionContext& context) : context_(context) {}

  // The best, in order, each stem once.
  std::vector<Completion> best(std::vector<Candidate> candidates, std::size_t most) {
    std::sort(candidates.begin(), candidates.end(), better);
    std::vector<Completion> words;
    for (Candidate& candidate : candidates) {
      if (words.size() == most) {
        break;
      }
      if (candidate.score > 0 && is_new(candidate.term)) {
        candidate.articles.resize(std::min(candidate.articles.size(), kArticlesKept));
        words.push_back({std::move(candidate.term), std::move(candidate.articles)});
      }
    }
    return words;
  }

  [[nodiscard]] bool is_common(const std::string& term) const {
    UnitWord word;
    word.term = term;
    return is_stop_word_of_index(word, context_.languages);
  }

 private:
  // Another form of the same word finds the same articles.
  bool is_new(const std::string& term) {
    const std::string folded = fold_accents(term);
    const std::string language =
        context_.languages.empty() || context_.languages.front().tag == "und"
            ? ""
            : context_.languages.front().tag;
    const bool genitive = folded.ends_with("'s");
    std::string word = genitive ? folded.substr(0, folded.size() - 2) : folded;
    word.erase(std::remove(word.begin(), word.end(), '\''), word.end());
    return seen_.insert(context_.analyzer.stem(word, language)).second;
  }

  const CompletionContext& context_;
  std::set<std::string> seen_;
};

// Whether `word` follows `before` at once or stands within a few words of it.
enum class Nearness { kFar, kNear, kFollowing };

Nearness nearness(const std::vector<Xapian::termpos>& before, const Xapian::Database& database,
                  Xapian::docid article, const std::string& word) {
  Nearness best = Nearness::kFar;
  const auto end = database.positionlist_end(article, word);
  auto at = database.positionlist_begin(article, word);
  for (const Xapian::termpos position : before) {
    at.skip_to(position + 1);
    if (at == end) {
      break;
    }
    if (*at == position + 1) {
      return Nearness::kFollowing;
    }
    if (*at <= position + kWordsNear) {
      best = Nearness::kNear;
    }
  }
  return best;
}

void add_nearness(std::span<Candidate> candidates, const std::string& last_word,
                  std::span<const Xapian::docid> articles, const CompletionContext& context) {
  const std::string before_term = text_term("", last_word);
  for (const Xapian::docid article : articles) {
    const std::vector<Xapian::termpos> before(
        context.database.positionlist_begin(article, before_term),
        context.database.positionlist_end(article, before_term));
    if (before.empty()) {
      continue;
    }
    for (Candidate& candidate : candidates) {
      const auto& has = candidate.articles;
      if (std::find(has.begin(), has.end(), article) == has.end()) {
        continue;
      }
      switch (nearness(before, context.database, article, candidate.term)) {
        case Nearness::kFollowing:
          candidate.score += kFollowingCounts * candidate.telling;
          break;
        case Nearness::kNear:
          candidate.score += kNearCounts * candidate.telling;
          break;
        case Nearness::kFar:
          break;
      }
    }
  }
}

std::vector<Xapian::docid> best_articles(const Xapian::Query& query, Xapian::doccount most,
                                         const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(ranking::bm25());
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, most);
  return {matches.begin(), matches.end()};
}

// How few of all articles have a word; nothing for stop words.
double telling(const std::string& term, const Ranking& ranking, const CompletionContext& context) {
  const double frequency = context.database.get_termfreq(text_term("", term));
  const double all = context.database.get_doccount();
  return ranking.is_common(term) || frequency == 0 ? 0 : std::log(1 + all / frequency);
}

}  // namespace

std::vector<Completion> completions(std::string_view start, std::size_t most,
                                    const CompletionContext& context) {
  Ranking ranking(context);
  const PrefixTerms walked =
      prefix_terms(context.database, "", start, kWalkedCompletions, kKeptTerms);
  std::vector<Candidate> candidates;
  for (const PrefixTerm& term : walked.terms) {
    candidates.push_back({term.term, {}, static_cast<double>(term.frequency)});
  }
  if (!walked.complete) {
    for (Candidate& sampled : spread_sample(start, context)) {
      sampled.score = context.database.get_termfreq(sampled.term);
      candidates.push_back(std::move(sampled));
    }
  }
  for (Candidate& candidate : candidates) {
    candidate.score = ranking.is_common(candidate.term) ? 0 : candidate.score;
  }
  return ranking.best(std::move(candidates), most);
}

std::vector<Completion> completions_after(const Xapian::Query& before, const std::string& last_word,
                                          std::string_view start, std::size_t most,
                                          const CompletionContext& context) {
  Ranking ranking(context);
  Sample sample(context, start);
  const auto articles = best_articles(before, kArticlesBefore, context.database);
  for (const Xapian::docid article : articles) {
    sample.add(article);
  }
  auto candidates = sample.candidates();
  for (Candidate& candidate : candidates) {
    candidate.telling = telling(candidate.term, ranking, context);
    candidate.score = static_cast<double>(candidate.articles.size()) * candidate.telling;
  }
  std::sort(candidates.begin(), candidates.end(), better);
  const std::size_t looked_at = std::min(candidates.size(), kWordsWithPositions);
  const std::size_t read = std::min(articles.size(), kArticlesWithPositions);
  add_nearness(std::span(candidates).first(looked_at), last_word, std::span(articles).first(read),
               context);
  return ranking.best(std::move(candidates), most);
}

std::vector<Completion> next_words(const Xapian::Query& before, const std::string& last_word,
                                   std::size_t most, ArticleTexts& texts,
                                   const CompletionContext& context) {
  Ranking ranking(context);
  std::map<std::string, Candidate> found;
  for (const Xapian::docid article :
       best_articles(before, kArticlesForNextWord, context.database)) {
    for (const auto& [word, times] : words_following(texts.text(article), last_word)) {
      Candidate& candidate = found[word];
      candidate.articles.push_back(article);
      candidate.score += 1;
    }
  }
  std::vector<Candidate> candidates;
  for (auto& [word, candidate] : found) {
    candidate.term = word;
    candidate.score *= telling(word, ranking, context);
    candidates.push_back(std::move(candidate));
  }
  return ranking.best(std::move(candidates), most);
}

}  // namespace lede
