// Times queries with Sphinx's own server, over its MySQL protocol: ten ids by bm25.
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: search_sphinx SOCKET QUERIES.tsv PASSES
#include <mariadb/mysql.h>

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
  std::string statement;
  long long found = 0;
  std::vector<double> ids;
};

// Letters and digits only: the rest is Sphinx's query language.
std::string plain(const std::string& text) {
  std::string words = text;
  for (char& c : words) {
    const bool keep = (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    c = keep ? c : ' ';
  }
  return words;
}

std::string match_of(const std::string& kind, const std::string& text) {
  if (kind.rfind("phrase", 0) == 0) {
    return "\\\"" + plain(text) + "\\\"";
  }
  if (kind.rfind("prefix", 0) == 0) {
    std::string word = plain(text);
    word.erase(word.find_last_not_of(' ') + 1);
    return word + "*";
  }
  std::istringstream words(text);
  std::string match;
  for (std::string word; words >> word;) {
    if (word != "AND") {
      match += (match.empty() || kind == "and_common" ? " " : " | ") + plain(word);
    }
  }
  return match;
}

std::vector<Query> read_queries(const char* path) {
  std::vector<Query> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    Query query{line.substr(0, tab), line.substr(tab + 1), {}, 0, {}};
    query.statement = "SELECT id FROM articles WHERE MATCH('" + match_of(query.kind, query.text) +
                      "') LIMIT 10 OPTION ranker=bm25";
    queries.push_back(query);
  }
  return queries;
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

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

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
  auto queries = read_queries(argv[2]);
  const int passes = std::atoi(argv[3]);
  for (int pass = 0; pass <= passes; ++pass) {  // the first warms up
    for (Query& query : queries) {
      const auto begin = std::chrono::steady_clock::now();
      run(server, query.statement);
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - begin;
      if (pass == 0) {
        query.found = found(server);
      } else {
        query.ids.push_back(took.count());
      }
    }
  }
  mysql_close(server);
  for (const Query& query : queries) {
    std::printf("%s\t%s\t%lld\t%f\t-\n", query.kind.c_str(), query.text.c_str(), query.found,
                median(query.ids));
  }
  return 0;
}
