// When to act on changes that keep coming: not before they pause, but not too late either.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace lede {

class Settling {
 public:
  using Clock = std::chrono::steady_clock;

  struct Times {
    std::chrono::milliseconds quiet{500};   // without a change: it has settled
    std::chrono::milliseconds most{10000};  // since the first change: it will not settle
  };

  explicit Settling(const Times& times) : times_(times) {}

  void change(Clock::time_point now);

  // After the work that took from `begin` to `end`. It is not done again before as much time has
  // passed, so that a folder in which something always changes takes half a processor at most.
  void done(Clock::time_point begin, Clock::time_point end);

  // When it is time to act; nothing while nothing changed.
  [[nodiscard]] std::optional<Clock::time_point> due() const;

 private:
  Times times_;
  std::optional<Clock::time_point> first_;
  Clock::time_point last_{};
  Clock::time_point not_before_{};
};

}  // namespace lede
