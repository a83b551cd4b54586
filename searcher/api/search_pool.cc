// Search threads and their queue.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/search_pool.h"

#include <utility>

namespace lede::serve {

SearchPool::SearchPool(IndexState& state, std::size_t threads, std::size_t longest_queue)
    : longest_queue_(longest_queue), opened_(static_cast<std::ptrdiff_t>(threads)) {
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this, &state] { run(state); });
  }
  opened_.wait();
}

void SearchPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
  threads_.clear();
}

bool SearchPool::submit(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= longest_queue_) {
      return false;
    }
    queue_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

std::size_t SearchPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void SearchPool::run(IndexState& state) {
  CurrentSearcher searcher(state);
  // Now, so that from the start there is something to go on with when the disk has nothing good any
  // more. What cannot be opened is told to whoever asks.
  static_cast<void>(searcher.renew());
  opened_.count_down();
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (stopping_) {
        return;
      }
      job = std::move(queue_.front());
      queue_.pop_front();
    }
    job(searcher);
  }
}

}  // namespace lede::serve
