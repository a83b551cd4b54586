// The methods of the protocol, but for those that belong to a session: initialize, ping.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/api/search_parameters.h"
#include "searcher/mcp/reply.h"

namespace lede::mcp {

[[nodiscard]] Reply reply_to(const Request& request, const serve::QueryLimits& limits);

}  // namespace lede::mcp
