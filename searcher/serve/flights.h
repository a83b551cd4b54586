// Searches under way. Who asks what is being searched for already waits for that answer: after a
// commit, when the cache has nothing, each question is searched for once and not once for
// everybody.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lede::serve {

// `Passenger` is who waits. Thread-safe.
template <typename Passenger>
class Flights {
 public:
  // True when nobody was asking: the caller now has to.
  [[nodiscard]] bool board(const std::string& question, Passenger passenger) {
    const std::lock_guard lock(mutex_);
    auto& passengers = flights_[question];
    passengers.push_back(std::move(passenger));
    return passengers.size() == 1;
  }

  // Everybody who waits for the answer, in the order they came; who asks next starts anew.
  [[nodiscard]] std::vector<Passenger> land(const std::string& question) {
    const std::lock_guard lock(mutex_);
    auto flight = flights_.extract(question);
    return flight.empty() ? std::vector<Passenger>() : std::move(flight.mapped());
  }

  // How many wait for the answer.
  [[nodiscard]] std::size_t aboard(const std::string& question) const {
    const std::lock_guard lock(mutex_);
    const auto flight = flights_.find(question);
    return flight == flights_.end() ? 0 : flight->second.size();
  }

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::vector<Passenger>> flights_;  // under mutex_
};

}  // namespace lede::serve
