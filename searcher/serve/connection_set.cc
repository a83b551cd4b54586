// Keeping count of connections.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/serve/connection_set.h"

#include "searcher/serve/connection.h"

namespace lede::serve {

ConnectionSet::Place ConnectionSet::add(const std::shared_ptr<Connection>& connection) {
  const std::lock_guard lock(mutex_);
  return places_.insert(places_.end(), connection);
}

void ConnectionSet::remove(Place place) {
  const std::lock_guard lock(mutex_);
  places_.erase(place);
}

std::size_t ConnectionSet::size() const {
  const std::lock_guard lock(mutex_);
  return places_.size();
}

void ConnectionSet::drain() {
  Places all;
  {
    const std::lock_guard lock(mutex_);
    draining_ = true;
    all = places_;
  }
  // Not under the lock: the last reference to a connection may be given up here, and it removes
  // itself.
  for (const auto& place : all) {
    if (const auto connection = place.lock()) {
      connection->drain();
    }
  }
}

bool ConnectionSet::draining() const {
  const std::lock_guard lock(mutex_);
  return draining_;
}

}  // namespace lede::serve
