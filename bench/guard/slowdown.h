// A fifth more work, put in on purpose: the guard must notice it.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede::guard {

class Slowdown {
 public:
  // Of one class, or of "all"; an empty name is none.
  explicit Slowdown(std::string_view query_class) : class_(query_class) {}

  [[nodiscard]] bool is_for(std::string_view query_class) const {
    return class_ == "all" || class_ == query_class;
  }

  static constexpr double kShare = 0.2;

 private:
  std::string class_;
};

}  // namespace lede::guard
