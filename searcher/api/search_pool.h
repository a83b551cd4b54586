// The threads that search, behind a queue of bounded length: what does not fit is refused at once,
// so that the server always answers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <latch>
#include <mutex>
#include <thread>
#include <vector>

#include "searcher/api/current_searcher.h"

namespace lede::serve {

class SearchPool {
 public:
  // Runs on one of the threads, with that thread's database. Throws nothing.
  using Job = std::function<void(CurrentSearcher&)>;

  // `longest_queue` jobs may wait beside those that run. Returns when each thread has opened its
  // database, or has seen that it cannot.
  SearchPool(IndexState& state, std::size_t threads, std::size_t longest_queue);
  ~SearchPool() { stop(); }
  SearchPool(const SearchPool&) = delete;
  SearchPool& operator=(const SearchPool&) = delete;

  // False when the queue is full.
  [[nodiscard]] bool submit(Job job);

  [[nodiscard]] std::size_t waiting() const;

  // What runs is finished, what waits is dropped, and nothing is taken any more.
  void stop();

 private:
  void run(IndexState& state);

  const std::size_t longest_queue_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> queue_;  // under mutex_
  bool stopping_ = false;  // under mutex_
  std::latch opened_;
  std::vector<std::thread> threads_;
};

}  // namespace lede::serve
