// Keeping answers.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/result_cache.h"

#include <iterator>
#include <utility>

namespace lede::serve {
namespace {

// What list, map and allocator take for each entry, about.
constexpr std::size_t kEntryOverhead = 200;
constexpr std::size_t kLargestPart = 8;

}  // namespace

std::size_t ResultCache::Entry::bytes() const { return key.size() + body->size() + kEntryOverhead; }

std::shared_ptr<const std::string> ResultCache::find(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    ++figures_.misses;
    return nullptr;
  }
  ++figures_.hits;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->body;
}

void ResultCache::keep(std::string key, std::shared_ptr<const std::string> body) {
  Entry entry{std::move(key), std::move(body)};
  const std::size_t size = entry.bytes();
  if (size > most_bytes_ / kLargestPart) {
    return;
  }
  const std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(entry.key); found != by_key_.end()) {
    drop(found->second);
  }
  entries_.push_front(std::move(entry));
  by_key_.emplace(entries_.front().key, entries_.begin());
  figures_.bytes += size;
  while (figures_.bytes > most_bytes_) {
    drop(std::prev(entries_.end()));
  }
}

CacheFigures ResultCache::figures() const {
  const std::lock_guard lock(mutex_);
  CacheFigures figures = figures_;
  figures.entries = entries_.size();
  return figures;
}

void ResultCache::drop(Entries::iterator entry) {
  figures_.bytes -= entry->bytes();
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace lede::serve
