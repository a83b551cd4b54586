// Times queries with SQLite FTS5: ten ids by bm25, and ten with snippet().
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: search_fts5 DATABASE QUERIES.tsv PASSES
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "bench/peers/timed_queries.h"

namespace {

using lede::peers::TimedQuery;

// FTS5 has its own query language: words are quoted, so that their punctuation is none of it.
std::string match_of(const TimedQuery& query) {
  const std::vector<std::string> words = query.words();
  if (query.is("prefix")) {
    return '"' + words.front() + "\"*";
  }
  std::string between = query.any() ? "\" OR \"" : "\" AND \"";
  if (query.is("phrase")) {
    between = " ";
  }
  std::string match;
  for (const std::string& word : words) {
    match += (match.empty() ? "" : between) + word;
  }
  return '"' + match + '"';
}

class Statement {
 public:
  Statement(sqlite3* database, const char* text) : database_(database) {
    check(sqlite3_prepare_v2(database, text, -1, &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }

  // The first column of the last row; -1 without rows.
  long long run(const std::string& match) {
    check(sqlite3_reset(statement_));
    check(sqlite3_bind_text(statement_, 1, match.data(), static_cast<int>(match.size()),
                            SQLITE_STATIC));
    long long last = -1;
    int code = sqlite3_step(statement_);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement_)) {
      last = sqlite3_column_int64(statement_, 0);
    }
    check(code);
    return last;
  }

 private:
  void check(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE) {
      std::fprintf(stderr, "search_fts5: %s\n", sqlite3_errmsg(database_));
      std::exit(1);
    }
  }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

class Fts5 {
 public:
  explicit Fts5(sqlite3* database)
      : count_(database, "SELECT count(*) FROM articles WHERE articles MATCH ?"),
        ids_(database, "SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10"),
        passages_(database,
                  "SELECT rowid, title, snippet(articles, 1, '<b>', '</b>', '…', 60) "
                  "FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10") {}

  // To count costs FTS5 a search of its own, so it is done once.
  long long ids(const TimedQuery& query) {
    ids_.run(match_of(query));
    return query.found;
  }
  void passages(const TimedQuery& query) { passages_.run(match_of(query)); }
  long long count(const TimedQuery& query) { return count_.run(match_of(query)); }

 private:
  Statement count_;
  Statement ids_;
  Statement passages_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: search_fts5 DATABASE QUERIES.tsv PASSES\n");
    return 2;
  }
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "search_fts5: %s\n", sqlite3_errmsg(database));
    return 1;
  }
  sqlite3_exec(database, "PRAGMA cache_size = -262144", nullptr, nullptr, nullptr);
  auto queries = lede::peers::read_queries(argv[2]);
  {
    Fts5 engine(database);
    for (TimedQuery& query : queries) {
      query.found = engine.count(query);
    }
    lede::peers::time_queries(engine, queries, std::atoi(argv[3]));
  }
  sqlite3_close(database);
  lede::peers::print_times(queries, true);
  return 0;
}
