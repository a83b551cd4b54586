// Answers that were given before, up to a number of bytes; the longest unused go first.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lede::serve {

struct CacheFigures {
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::size_t bytes = 0;
  std::size_t entries = 0;
};

// Thread-safe.
class ResultCache {
 public:
  explicit ResultCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // Null when it is not there.
  [[nodiscard]] std::shared_ptr<const std::string> find(std::string_view key);

  // What is larger than an eighth of the cache is not kept.
  void keep(std::string key, std::shared_ptr<const std::string> body);

  [[nodiscard]] CacheFigures figures() const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const std::string> body;  // may be on its way to several clients
    [[nodiscard]] std::size_t bytes() const;
  };
  using Entries = std::list<Entry>;

  void drop(Entries::iterator entry);

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  // Under mutex_. The map's keys are those of the entries, which stay where they are in memory.
  Entries entries_;  // the last used first
  std::unordered_map<std::string_view, Entries::iterator> by_key_;
  CacheFigures figures_;
};

}  // namespace lede::serve
