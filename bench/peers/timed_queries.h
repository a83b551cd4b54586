// The queries of a comparison and how long they took, the same way for each engine.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace lede::peers {

struct TimedQuery {
  std::string kind;  // what is meant: see compare_searching.py
  std::string text;
  long long found = 0;
  std::vector<double> ids;       // milliseconds, a pass each
  std::vector<double> passages;  // empty where the engine gives none

  [[nodiscard]] bool is(const char* beginning) const { return kind.starts_with(beginning); }
  // Whether one of the words is enough.
  [[nodiscard]] bool any() const { return is("or_") || is("question_"); }
  // The words, without the operators that say what the class says too, and without quotes and
  // stars.
  [[nodiscard]] std::vector<std::string> words() const {
    std::vector<std::string> words;
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      std::erase_if(word, [](char c) { return c == '"' || c == '*'; });
      if (word != "AND" && word != "OR" && !word.empty()) {
        words.push_back(word);
      }
    }
    return words;
  }
};

inline std::vector<TimedQuery> read_queries(const char* path) {
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

template <typename Work>
double milliseconds(Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  return took.count();
}

// Of a query that takes so long the pass that warms up counts, and no other is made: minutes are
// saved, and what is warm changes little.
constexpr double kLongMilliseconds = 200;

// `engine` has ids(query), which gives how many articles there are, and passages(query); the first
// pass warms up.
template <typename Engine>
void time_queries(Engine& engine, std::vector<TimedQuery>& queries, int passes) {
  for (int pass = 0; pass <= passes; ++pass) {
    for (TimedQuery& query : queries) {
      if (pass > 0 && !query.ids.empty() && query.ids.front() > kLongMilliseconds) {
        continue;
      }
      const double ids = milliseconds([&] { query.found = engine.ids(query); });
      const double passages = milliseconds([&] { engine.passages(query); });
      if (pass > 0 || ids > kLongMilliseconds) {
        query.ids.push_back(ids);
        query.passages.push_back(passages);
      }
    }
  }
}

inline double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Class, query, articles found, median milliseconds for ids and with passages, tabs between.
inline void print_times(const std::vector<TimedQuery>& queries, bool with_passages) {
  for (const TimedQuery& query : queries) {
    std::cout << query.kind << '\t' << query.text << '\t' << query.found << '\t'
              << median(query.ids) << '\t';
    if (with_passages) {
      std::cout << median(query.passages) << '\n';
    } else {
      std::cout << "-\n";
    }
  }
}

}  // namespace lede::peers
