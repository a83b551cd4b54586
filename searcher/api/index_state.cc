// Keeping what is known of the open index.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/api/index_state.h"

#include <utility>

namespace lede::serve {

std::shared_ptr<const OpenIndex> IndexState::opened(DatabaseStamp stamp, std::string revision,
                                                    std::uint64_t documents) {
  auto index = std::make_shared<OpenIndex>();
  index->tag = revision + stamp_text(stamp);
  index->stamp = std::move(stamp);
  index->revision = std::move(revision);
  index->documents = documents;
  const std::lock_guard lock(mutex_);
  failure_.clear();
  index->reloads = reloads_;
  if (!open_ || open_->tag != index->tag || open_->reloads != reloads_) {
    open_ = std::move(index);
    ++times_opened_;
  }
  return open_;
}

void IndexState::failed(const Error& error) {
  const std::lock_guard lock(mutex_);
  failure_ = error.message;
}

std::shared_ptr<const OpenIndex> IndexState::last_opened() const {
  const std::lock_guard lock(mutex_);
  return open_;
}

std::shared_ptr<const OpenIndex> IndexState::current() const {
  auto open = last_opened();
  return open && is_current(*open) ? open : nullptr;
}

bool IndexState::is_current(const OpenIndex& index) const {
  {
    const std::lock_guard lock(mutex_);
    if (index.reloads != reloads_) {
      return false;
    }
  }
  return index.stamp == read_stamp(paths_);
}

void IndexState::forget() {
  const std::lock_guard lock(mutex_);
  ++reloads_;
}

std::string IndexState::failure() const {
  if (current()) {
    return {};
  }
  const std::lock_guard lock(mutex_);
  return failure_;
}

std::uint64_t IndexState::times_opened() const {
  const std::lock_guard lock(mutex_);
  return times_opened_;
}

}  // namespace lede::serve
