// Times queries with PostgreSQL's text search: ten ids by ts_rank_cd, and ten with ts_headline.
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: search_postgresql CONNECTION QUERIES.tsv PASSES
#include <libpq-fe.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/peers/timed_queries.h"

namespace {

using lede::peers::TimedQuery;

// What people type, and what begins with a word: the one has no way to ask for the other.
constexpr const char* kTyped = "websearch_to_tsquery('english', $1) AS query";
constexpr const char* kPrefix = "to_tsquery('english', $1) AS query";

constexpr const char* kBest =
    " WHERE words @@ query ORDER BY ts_rank_cd(words, query) DESC LIMIT 10";
// Made of the ten alone, as the manual advises.
constexpr const char* kHeadline =
    "ts_headline('english', text, query, 'MaxFragments=2, MaxWords=40, MinWords=20')";

std::string typed(const TimedQuery& query) {
  std::string text;
  for (const std::string& word : query.words()) {
    const std::string between = query.any() ? " or " : " ";
    text += (text.empty() ? "" : between) + word;
  }
  if (query.is("prefix")) {
    return "'" + text + "':*";
  }
  return query.is("phrase") ? '"' + text + '"' : text;
}

class Postgresql {
 public:
  explicit Postgresql(const char* connection) : server_(PQconnectdb(connection)) {
    check(PQstatus(server_) == CONNECTION_OK);
    prepare("typed", kTyped);
    prepare("prefix", kPrefix);
  }
  Postgresql(const Postgresql&) = delete;
  Postgresql& operator=(const Postgresql&) = delete;
  ~Postgresql() { PQfinish(server_); }

  // To count costs a search of its own, so it is done once.
  long long ids(const TimedQuery& query) {
    run("ids", query);
    return query.found;
  }
  void passages(const TimedQuery& query) { run("passages", query); }
  long long count(const TimedQuery& query) { return std::atoll(run("count", query).c_str()); }

 private:
  void check(bool done) {
    if (!done) {
      std::fprintf(stderr, "search_postgresql: %s\n", PQerrorMessage(server_));
      std::exit(1);
    }
  }

  void prepare(const std::string& kind, const std::string& query) {
    const std::string from = " FROM articles, " + query;
    const std::string best = "SELECT id, title, text, query" + from + kBest;
    prepare_one(kind + "count", "SELECT count(*)" + from + " WHERE words @@ query");
    prepare_one(kind + "ids", "SELECT id" + from + kBest);
    prepare_one(kind + "passages",
                std::string("SELECT id, title, ") + kHeadline + " FROM (" + best + ") AS best");
  }

  void prepare_one(const std::string& name, const std::string& statement) {
    PGresult* done = PQprepare(server_, name.c_str(), statement.c_str(), 1, nullptr);
    check(PQresultStatus(done) == PGRES_COMMAND_OK);
    PQclear(done);
  }

  // The first column of the first row.
  std::string run(const std::string& what, const TimedQuery& query) {
    const std::string text = typed(query);
    const char* value = text.c_str();
    const std::string name = (query.is("prefix") ? "prefix" : "typed") + what;
    PGresult* rows = PQexecPrepared(server_, name.c_str(), 1, &value, nullptr, nullptr, 0);
    check(PQresultStatus(rows) == PGRES_TUPLES_OK);
    std::string first = PQntuples(rows) > 0 ? PQgetvalue(rows, 0, 0) : "";
    PQclear(rows);
    return first;
  }

  PGconn* server_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: search_postgresql CONNECTION QUERIES.tsv PASSES\n");
    return 2;
  }
  auto queries = lede::peers::read_queries(argv[2]);
  Postgresql engine(argv[1]);
  for (TimedQuery& query : queries) {
    query.found = engine.count(query);
  }
  lede::peers::time_queries(engine, queries, std::atoi(argv[3]));
  lede::peers::print_times(queries, true);
  return 0;
}
