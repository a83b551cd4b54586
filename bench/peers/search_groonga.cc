// Times queries with Groonga in this process: ten ids by tf-idf, and ten with snippet_html().
// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: search_groonga DATABASE QUERIES.tsv PASSES
#include <groonga.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "bench/peers/timed_queries.h"

namespace {

using lede::peers::TimedQuery;

// Answers are not kept, or the second pass would time the cache. Nothing is looked for within words
// when a word is not found.
constexpr const char* kSelect =
    "select Articles --match_columns 'scorer_tf_idf(title)||scorer_tf_idf(text)' --cache no "
    "--match_escalation no --sort_keys -_score --limit 10 ";

constexpr const char* kBeginning = "[[[";  // of an answer, and how many there are is next

// Letters and digits only: the rest is Groonga's query language.
std::string plain(std::string word) {
  for (char& c : word) {
    const bool keep = (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    c = keep ? c : ' ';
  }
  return word;
}

std::string match_of(const TimedQuery& query) {
  std::string match;
  for (const std::string& each : query.words()) {
    const std::string word = plain(each);
    if (word.find_first_not_of(' ') != std::string::npos) {
      match += (match.empty() || !query.any() ? " " : " OR ") + word;
    }
  }
  if (query.is("phrase")) {
    return "\\\"" + match + "\\\"";
  }
  return query.is("prefix") ? match.substr(0, match.find_last_not_of(' ') + 1) + "*" : match;
}

class Groonga {
 public:
  explicit Groonga(const char* path) {
    grn_init();
    grn_ctx_init(&context_, 0);
    database_ = grn_db_open(&context_, path);
    if (database_ == nullptr) {
      std::fprintf(stderr, "search_groonga: %s\n", static_cast<const char*>(context_.errbuf));
      std::exit(1);
    }
  }
  Groonga(const Groonga&) = delete;
  Groonga& operator=(const Groonga&) = delete;
  ~Groonga() {
    grn_obj_close(&context_, database_);
    grn_ctx_fin(&context_);
    grn_fin();
  }

  long long ids(const TimedQuery& query) { return ask("_id", query); }
  void passages(const TimedQuery& query) { ask("_id,title,snippet_html(text)", query); }

 private:
  long long ask(const std::string& columns, const TimedQuery& query) {
    const std::string command = std::string(kSelect) + "--output_columns '" + columns +
                                "' --query \"" + match_of(query) + '"';
    grn_ctx_send(&context_, command.data(), static_cast<unsigned int>(command.size()), 0);
    char* answer = nullptr;
    unsigned int length = 0;
    int flags = 0;
    grn_ctx_recv(&context_, &answer, &length, &flags);
    const std::string text(answer, length);
    if (context_.rc != GRN_SUCCESS || text.rfind(kBeginning, 0) != 0) {
      std::fprintf(stderr, "search_groonga: %s: %s\n", command.c_str(), text.c_str());
      std::exit(1);
    }
    return std::atoll(text.c_str() + std::strlen(kBeginning));
  }

  grn_ctx context_{};
  grn_obj* database_ = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: search_groonga DATABASE QUERIES.tsv PASSES\n");
    return 2;
  }
  auto queries = lede::peers::read_queries(argv[2]);
  {
    Groonga engine(argv[1]);
    lede::peers::time_queries(engine, queries, std::atoi(argv[3]));
  }
  lede::peers::print_times(queries, true);
  return 0;
}
