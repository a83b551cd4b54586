// What is measured: Lede's search, as far as a stage, and raw Xapian's matcher.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "bench/guard/figures.h"
#include "bench/guard/questions.h"
#include "common/result.h"

namespace lede::guard {

// Both ask the same database. For one thread.
class Subject {
 public:
  // Errors: those of Searcher::open().
  static Result<Subject> open(const std::string& database);

  Subject(Subject&&) noexcept;
  Subject& operator=(Subject&&) noexcept;
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;
  ~Subject();

  // Searches for ten hits and stops after `last`. Gives what the optimizer must not see through:
  // something made of the answer. 0 means no hits, or an error.
  std::size_t search(const Question& question, Stage last);

  // The best ten, from get_mset(); how many there are.
  std::size_t match_raw(const Question& question);

  // Fails unless both find something for each question: an answer without hits costs nothing.
  Result<void> check(const Questions& questions);

 private:
  struct Impl;
  explicit Subject(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lede::guard
