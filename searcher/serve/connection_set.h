// The open connections: how many there are, and a way to end them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace lede::serve {

class Connection;

// Thread-safe.
class ConnectionSet {
 public:
  using Places = std::list<std::weak_ptr<Connection>>;
  using Place = Places::iterator;

  [[nodiscard]] Place add(const std::shared_ptr<Connection>& connection);
  void remove(Place place);
  [[nodiscard]] std::size_t size() const;

  // Each ends once it has answered what it was asked; new ones end at once.
  void drain();
  [[nodiscard]] bool draining() const;

 private:
  mutable std::mutex mutex_;
  Places places_;          // under mutex_
  bool draining_ = false;  // under mutex_
};

}  // namespace lede::serve
