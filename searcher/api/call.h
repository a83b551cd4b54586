// A question that needs the database: understood by the thread that reads it, asked by a search
// thread.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/api/problem.h"
#include "searcher/search.h"

namespace lede::serve {

inline constexpr std::string_view kJson = "application/json";

struct Answer {
  std::string body;
  bool partial = false;  // the time limit passed first: not to be kept
  bool empty = false;    // nothing was found
};

struct Call {
  std::string key;  // the same question has the same key
  std::string_view content_type = kJson;
  std::function<Result<Answer>(Searcher&)> ask;
  std::string_view cursor_param = {};  // the only parameter that the library alone can refuse
};

// What becomes of a question.
using PlannedCall = std::variant<Call, Problem>;

}  // namespace lede::serve
