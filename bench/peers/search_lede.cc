// Times queries with Lede, and with nothing but Xapian on the same database as the floor.
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: lede-peer-search lede|xapian DATABASE QUERIES.tsv PASSES
// Prints for each query: class, query, articles found, milliseconds for ten ids, milliseconds with
// their titles and highlighted passages.
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/article_record.h"
#include "searcher/plan/ranking.h"
#include "searcher/search.h"

namespace {

constexpr Xapian::doccount kPage = 10;
constexpr Xapian::doccount kCountAtLeast = 1000;  // as Lede and Lucene do

struct TimedQuery {
  std::string kind;
  std::string text;
  std::uint64_t found = 0;
  std::vector<double> ids;
  std::vector<double> passages;

  // Words of which one is enough; else all are asked for.
  [[nodiscard]] bool any() const { return kind == "or_2_3" || kind == "question_5plus"; }
};

std::vector<TimedQuery> read_queries(const char* path) {
  std::vector<TimedQuery> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (tab != std::string::npos) {
      queries.push_back({line.substr(0, tab), line.substr(tab + 1), 0, {}, {}});
    }
  }
  return queries;
}

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::uint64_t ids(const TimedQuery& query) = 0;
  virtual void passages(const TimedQuery& query) = 0;
};

class Lede : public Engine {
 public:
  explicit Lede(lede::Searcher searcher) : searcher_(std::move(searcher)) {}

  std::uint64_t ids(const TimedQuery& query) override {
    lede::SearchRequest request = request_for(query);
    request.metadata_only = true;
    return ask(request);
  }

  void passages(const TimedQuery& query) override { ask(request_for(query)); }

 private:
  static lede::SearchRequest request_for(const TimedQuery& query) {
    lede::SearchRequest request;
    request.query = query.text;
    request.match = query.any() ? lede::Match::kAny : lede::Match::kAll;
    request.did_you_mean = false;  // nobody else looks for other spellings
    return request;
  }

  std::uint64_t ask(const lede::SearchRequest& request) {
    const auto response = searcher_.search(request);
    if (!response) {
      throw std::runtime_error(request.query + ": " + response.error().message);
    }
    return response->total;
  }

  lede::Searcher searcher_;
};

class RawXapian : public Engine {
 public:
  explicit RawXapian(const std::string& path) : database_(path), enquire_(database_) {
    parser_.set_stemmer(Xapian::Stem("english"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
    enquire_.set_weighting_scheme(lede::ranking::bm25());
  }

  std::uint64_t ids(const TimedQuery& query) override {
    const Xapian::MSet page = match(query);
    for (auto hit = page.begin(); hit != page.end(); ++hit) {
      weights_ += hit.get_weight();
    }
    return page.get_matches_estimated();
  }

  void passages(const TimedQuery& query) override {
    const Xapian::MSet page = match(query);
    for (auto hit = page.begin(); hit != page.end(); ++hit) {
      const auto article = lede::decode_article(hit.get_document().get_data());
      if (article) {
        weights_ += static_cast<double>(
            page.snippet(article->text, 480, Xapian::Stem("english"), 3, "<b>", "</b>").size());
      }
    }
  }

 private:
  Xapian::MSet match(const TimedQuery& query) {
    parser_.set_default_op(query.any() ? Xapian::Query::OP_OR : Xapian::Query::OP_AND);
    using Parser = Xapian::QueryParser;
    enquire_.set_query(parser_.parse_query(
        query.text, Parser::FLAG_PHRASE | Parser::FLAG_BOOLEAN | Parser::FLAG_WILDCARD));
    return enquire_.get_mset(0, kPage, kCountAtLeast);
  }

  Xapian::Database database_;
  Xapian::Enquire enquire_;
  Xapian::QueryParser parser_;
  double weights_ = 0;
};

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  return took.count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void run(Engine& engine, std::vector<TimedQuery>& queries, int passes) {
  for (int pass = 0; pass <= passes; ++pass) {  // the first warms up
    for (TimedQuery& query : queries) {
      const double ids = milliseconds([&] { query.found = engine.ids(query); });
      const double passages = milliseconds([&] { engine.passages(query); });
      if (pass > 0) {
        query.ids.push_back(ids);
        query.passages.push_back(passages);
      }
    }
  }
  for (const TimedQuery& query : queries) {
    std::cout << query.kind << '\t' << query.text << '\t' << query.found << '\t'
              << median(query.ids) << '\t' << median(query.passages) << '\n';
  }
}

int time_queries(const std::string& engine, const std::string& database, const char* file,
                 int passes) {
  auto queries = read_queries(file);
  if (engine == "xapian") {
    RawXapian raw(database);
    run(raw, queries, passes);
    return 0;
  }
  auto searcher = lede::Searcher::open(std::span(&database, 1));
  if (!searcher) {
    throw std::runtime_error(searcher.error().message);
  }
  Lede lede(*std::move(searcher));
  run(lede, queries, passes);
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) {
    std::cerr << "usage: lede-peer-search lede|xapian DATABASE QUERIES.tsv PASSES\n";
    return 2;
  }
  return time_queries(argv[1], argv[2], argv[3], std::max(1, std::atoi(argv[4])));
} catch (const std::exception& failure) {
  std::cerr << failure.what() << '\n';
  return 1;
} catch (const Xapian::Error& failure) {
  std::cerr << failure.get_msg() << '\n';
  return 1;
}
