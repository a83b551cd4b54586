// Times queries with SQLite FTS5: ten ids by bm25, and ten with snippet().
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: search_fts5 DATABASE QUERIES.tsv PASSES
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Query {
  std::string kind;
  std::string text;
  std::string match;
  long long found = 0;
  std::vector<double> ids;
  std::vector<double> passages;
};

std::string quoted(std::string word) {
  std::erase(word, '"');
  return "\"" + word + "\"";
}

// FTS5 has its own query language: words are quoted, so that their punctuation is none of it.
std::string match_of(const std::string& kind, const std::string& text) {
  if (kind.starts_with("phrase")) {
    return quoted(text);
  }
  if (kind.starts_with("prefix")) {
    return quoted(text.substr(0, text.size() - 1)) + "*";
  }
  const std::string between = kind == "and_common" ? " AND " : " OR ";
  std::istringstream words(text);
  std::string match;
  for (std::string word; words >> word;) {
    if (word != "AND") {
      match += (match.empty() ? "" : between) + quoted(word);
    }
  }
  return match;
}

std::vector<Query> read_queries(const char* path) {
  std::vector<Query> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    const std::string kind = line.substr(0, tab);
    const std::string text = line.substr(tab + 1);
    queries.push_back({kind, text, match_of(kind, text), 0, {}, {}});
  }
  return queries;
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

double milliseconds(Statement& statement, const std::string& match) {
  const auto begin = std::chrono::steady_clock::now();
  statement.run(match);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  return took.count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

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
  auto queries = read_queries(argv[2]);
  const int passes = std::atoi(argv[3]);
  {
    Statement count(database, "SELECT count(*) FROM articles WHERE articles MATCH ?");
    Statement ids(database,
                  "SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10");
    Statement passages(database,
                       "SELECT rowid, title, snippet(articles, 1, '<b>', '</b>', '…', 60) "
                       "FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10");
    for (int pass = 0; pass <= passes; ++pass) {  // the first warms up
      for (Query& query : queries) {
        if (pass == 0) {
          query.found = count.run(query.match);
        }
        const double alone = milliseconds(ids, query.match);
        const double whole = milliseconds(passages, query.match);
        if (pass > 0) {
          query.ids.push_back(alone);
          query.passages.push_back(whole);
        }
      }
    }
  }
  sqlite3_close(database);
  for (const Query& query : queries) {
    std::printf("%s\t%s\t%lld\t%f\t%f\n", query.kind.c_str(), query.text.c_str(), query.found,
                median(query.ids), median(query.passages));
  }
  return 0;
}
