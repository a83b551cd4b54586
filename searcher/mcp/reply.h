// What becomes of a request.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <variant>

#include "common/result.h"
#include "searcher/api/call.h"
#include "searcher/mcp/message.h"

namespace lede::mcp {

// A result, as JSON text, or why there is none.
using Outcome = std::variant<std::string, Fault>;

// Something to ask the database, and what the answer makes of the request.
struct Question {
  serve::Call call;
  std::function<Outcome(const Result<serve::Answer>&)> outcome;
};

using Reply = std::variant<std::string, Fault, Question>;

}  // namespace lede::mcp
