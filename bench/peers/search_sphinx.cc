// Times queries with Sphinx's own server, over its MySQL protocol: ten ids by bm25.
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: search_sphinx SOCKET QUERIES.tsv PASSES
#include <mariadb/mysql.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/peers/timed_queries.h"

namespace {

using lede::peers::TimedQuery;

// Letters and digits only: the rest is Sphinx's query language.
std::string plain(const std::string& text) {
  std::string words = text;
  for (char& c : words) {
    const bool keep = (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    c = keep ? c : ' ';
  }
  return words;
}

std::string match_of(const TimedQuery& query) {
  std::string match;
  for (const std::string& each : query.words()) {
    const std::string word = plain(each);
    if (word.find_first_not_of(' ') != std::string::npos) {
      match += (match.empty() || !query.any() ? " " : " | ") + word;
    }
  }
  if (query.is("phrase")) {
    return "\\\"" + match + "\\\"";
  }
  return query.is("prefix") ? match.substr(0, match.find_last_not_of(' ') + 1) + "*" : match;
}

void run(MYSQL* server, const std::string& statement) {
  if (mysql_real_query(server, statement.data(), statement.size()) != 0) {
    std::fprintf(stderr, "search_sphinx: %s: %s\n", statement.c_str(), mysql_error(server));
    std::exit(1);
  }
  MYSQL_RES* rows = mysql_store_result(server);
  while (rows != nullptr && mysql_fetch_row(rows) != nullptr) {
  }
  mysql_free_result(rows);
}

long long found(MYSQL* server) {
  const std::string statement = "SHOW META LIKE 'total_found'";
  mysql_real_query(server, statement.data(), statement.size());
  MYSQL_RES* rows = mysql_store_result(server);
  const MYSQL_ROW row = rows != nullptr ? mysql_fetch_row(rows) : nullptr;
  const long long count = row != nullptr ? std::atoll(row[1]) : 0;
  mysql_free_result(rows);
  return count;
}

class Sphinx {
 public:
  explicit Sphinx(MYSQL* server) : server_(server) {}

  // Sphinx tells the number of the last search when asked.
  long long ids(const TimedQuery& query) {
    run(server_, "SELECT id FROM articles WHERE MATCH('" + match_of(query) +
                     "') LIMIT 10 OPTION ranker=bm25");
    return query.found;
  }
  void passages(const TimedQuery& /*query*/) {}
  long long count(const TimedQuery& query) {
    ids(query);
    return found(server_);
  }

 private:
  MYSQL* server_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: search_sphinx SOCKET QUERIES.tsv PASSES\n");
    return 2;
  }
  MYSQL* server = mysql_init(nullptr);
  if (mysql_real_connect(server, nullptr, "", "", "", 0, argv[1], 0) == nullptr) {
    std::fprintf(stderr, "search_sphinx: %s\n", mysql_error(server));
    return 1;
  }
  auto queries = lede::peers::read_queries(argv[2]);
  Sphinx engine(server);
  for (TimedQuery& query : queries) {
    query.found = engine.count(query);
  }
  lede::peers::time_queries(engine, queries, std::atoi(argv[3]));
  mysql_close(server);
  lede::peers::print_times(queries, false);
  return 0;
}
