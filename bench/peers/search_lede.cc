// Times queries with Lede, and with nothing but Xapian on the same database as the floor.
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: lede-peer-search lede|xapian DATABASE[,DATABASE…] QUERIES.tsv PASSES
// Prints for each query: class, query, articles found, milliseconds for ten ids, milliseconds with
// their titles and highlighted passages.
#include <xapian.h>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/peers/timed_queries.h"
#include "common/article_record.h"
#include "searcher/plan/ranking.h"
#include "searcher/search.h"

namespace {

using lede::peers::TimedQuery;

constexpr Xapian::doccount kPage = 10;
constexpr Xapian::doccount kCountAtLeast = 1000;  // as Lede and Lucene do

class Lede {
 public:
  explicit Lede(lede::Searcher searcher) : searcher_(std::move(searcher)) {}

  long long ids(const TimedQuery& query) {
    lede::SearchRequest request = request_for(query);
    request.metadata_only = true;
    return ask(request);
  }

  void passages(const TimedQuery& query) { ask(request_for(query)); }

 private:
  static lede::SearchRequest request_for(const TimedQuery& query) {
    lede::SearchRequest request;
    request.query = query.text;
    request.match = query.any() ? lede::Match::kAny : lede::Match::kAll;
    request.did_you_mean = false;  // nobody else looks for other spellings
    return request;
  }

  long long ask(const lede::SearchRequest& request) {
    const auto response = searcher_.search(request);
    if (!response) {
      throw std::runtime_error(request.query + ": " + response.error().message);
    }
    return static_cast<long long>(response->total);
  }

  lede::Searcher searcher_;
};

class RawXapian {
 public:
  explicit RawXapian(const std::vector<std::string>& paths)
      : database_(opened(paths)), enquire_(database_) {
    parser_.set_stemmer(Xapian::Stem("english"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
    enquire_.set_weighting_scheme(lede::ranking::bm25());
  }

  long long ids(const TimedQuery& query) {
    const Xapian::MSet page = match(query);
    for (auto hit = page.begin(); hit != page.end(); ++hit) {
      weights_ += hit.get_weight();
    }
    return page.get_matches_estimated();
  }

  void passages(const TimedQuery& query) {
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
  static Xapian::Database opened(const std::vector<std::string>& paths) {
    Xapian::Database all;
    for (const std::string& path : paths) {
      all.add_database(Xapian::Database(path));
    }
    return all;
  }

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

std::vector<std::string> split_at_commas(const std::string& names) {
  std::vector<std::string> parts;
  std::istringstream in(names);
  for (std::string part; std::getline(in, part, ',');) {
    parts.push_back(part);
  }
  return parts;
}

void answer(const std::string& engine, const std::string& names, const char* file, int passes) {
  const std::vector<std::string> databases = split_at_commas(names);
  auto queries = lede::peers::read_queries(file);
  if (engine == "xapian") {
    RawXapian raw(databases);
    lede::peers::time_queries(raw, queries, passes);
    lede::peers::print_times(queries, true);
    return;
  }
  auto searcher = lede::Searcher::open(databases);
  if (!searcher) {
    throw std::runtime_error(searcher.error().message);
  }
  Lede searching(*std::move(searcher));
  lede::peers::time_queries(searching, queries, passes);
  lede::peers::print_times(queries, true);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) {
    std::cerr << "usage: lede-peer-search lede|xapian DATABASE[,DATABASE] QUERIES.tsv PASSES\n";
    return 2;
  }
  answer(argv[1], argv[2], argv[3], std::max(1, std::atoi(argv[4])));
  return 0;
} catch (const std::exception& failure) {
  std::cerr << failure.what() << '\n';
  return 1;
} catch (const Xapian::Error& failure) {
  std::cerr << failure.get_msg() << '\n';
  return 1;
}
