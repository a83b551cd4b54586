// serve_threads DATABASE QUERY…: each query by a thread of its own, with a database of its own that
// keeps up with what is committed.
// SPDX-License-Identifier: GPL-3.0-or-later
#include <lede/lede.h>

#include <cstddef>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

// What a thread of a server does for each request.
std::string answer_request(lede::v1::Database& database, const std::string& query) {
  if (const auto refreshed = database.refresh(); !refreshed) {
    std::cerr << refreshed.error().message << "\n";  // the old one goes on answering
  }
  lede::v1::Question question;
  question.query = query;
  question.timeout = std::chrono::milliseconds(500);
  const auto answer = database.search(question);
  if (!answer) {
    return answer.error().message;
  }
  return query + ": " + (answer->total.exact ? "" : "at least ") +
         std::to_string(answer->total.value) + " articles";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: serve_threads DATABASE QUERY...\n";
    return 2;
  }
  const std::vector<std::string> queries(argv + 2, argv + argc);
  std::vector<std::string> answers(queries.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    threads.emplace_back([&, i] {
      auto database = lede::v1::Database::open(argv[1]);
      answers[i] = database ? answer_request(*database, queries[i]) : database.error().message;
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const std::string& answer : answers) {
    std::cout << answer << "\n";
  }
  return 0;
}
