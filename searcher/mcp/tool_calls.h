// The tools: what each asks of the library, and how its answer becomes a result.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/api/search_parameters.h"
#include "searcher/mcp/reply.h"

namespace lede::mcp {

// What tools/call is answered. Faults: no such tool, arguments that its schema does not know. What
// else is wrong with a question is a result that says so, for whoever asked to ask better.
[[nodiscard]] Reply call_tool(const Json& params, const serve::QueryLimits& limits);

}  // namespace lede::mcp
