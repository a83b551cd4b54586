// The one place where a Xapian exception becomes a Result. Nothing outside catches Xapian::Error.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "common/result.h"

namespace lede {

// What `error`, thrown while doing something to `what` (a path or a query), means for the user.
[[nodiscard]] Error from_xapian(const Xapian::Error& error, std::string_view what);

// Runs `action`, which may use Xapian, and returns what it returns, or the Error for what it threw.
// `what` names the database or query in the message. An `action` that returns a Result keeps it.
template <typename Action>
auto xapian_guard(std::string_view what, Action&& action) {
  using Value = std::invoke_result_t<Action>;
  if constexpr (requires { std::declval<Value>().error(); }) {
    try {
      return std::forward<Action>(action)();
    } catch (const Xapian::Error& error) {
      return Value(fail(from_xapian(error, what)));
    }
  } else {
    try {
      if constexpr (std::is_void_v<Value>) {
        std::forward<Action>(action)();
        return Result<void>();
      } else {
        return Result<Value>(std::forward<Action>(action)());
      }
    } catch (const Xapian::Error& error) {
      return Result<Value>(fail(from_xapian(error, what)));
    }
  }
}

}  // namespace lede
