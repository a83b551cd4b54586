// Completing the id in the address of an article, by what its title begins with.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/api/search_parameters.h"
#include "searcher/mcp/reply.h"

namespace lede::mcp {

[[nodiscard]] Reply complete(const Json& params, const serve::QueryLimits& limits);

}  // namespace lede::mcp
