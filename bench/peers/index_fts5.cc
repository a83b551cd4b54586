// Indexes a TSV of articles (number, title, text) with SQLite FTS5, as fast as it goes.
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: index_fts5 ARTICLES.tsv DATABASE
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

void check(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_DONE) {
    std::fprintf(stderr, "index_fts5: %s\n", sqlite3_errmsg(database));
    std::exit(1);
  }
}

void run(sqlite3* database, const char* statement) {
  check(sqlite3_exec(database, statement, nullptr, nullptr, nullptr), database);
}

void bind(sqlite3_stmt* statement, int at, const std::string& text) {
  sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: index_fts5 ARTICLES.tsv DATABASE\n");
    return 2;
  }
  sqlite3* database = nullptr;
  check(sqlite3_open(argv[2], &database), database);
  // One transaction and nothing synced: whoever measures does that at the end.
  run(database, "PRAGMA journal_mode = OFF");
  run(database, "PRAGMA synchronous = OFF");
  run(database, "PRAGMA cache_size = -262144");
  run(database,
      "CREATE VIRTUAL TABLE articles USING fts5(title, text, tokenize = 'porter unicode61')");
  run(database, "INSERT INTO articles(articles, rank) VALUES('hashsize', 268435456)");
  run(database, "BEGIN");
  sqlite3_stmt* insert = nullptr;
  check(sqlite3_prepare_v2(database, "INSERT INTO articles(rowid, title, text) VALUES(?, ?, ?)", -1,
                           &insert, nullptr),
        database);
  std::ifstream articles(argv[1]);
  for (std::string line; std::getline(articles, line);) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    const std::string title = line.substr(first + 1, second - first - 1);
    const std::string text = line.substr(second + 1);
    sqlite3_bind_int64(insert, 1, std::atoll(line.c_str()));
    bind(insert, 2, title);
    bind(insert, 3, text);
    check(sqlite3_step(insert), database);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  run(database, "COMMIT");
  check(sqlite3_close(database), database);
  return 0;
}
