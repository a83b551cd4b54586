// Articles as resources: lede://article/{id}.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/api/search_parameters.h"
#include "searcher/mcp/reply.h"

namespace lede::mcp {

// The newest articles, a page at a time, and only so many: an archive is too large to be listed.
[[nodiscard]] Reply list_resources(const Json& params, const serve::QueryLimits& limits);

// How the address of any article is made.
[[nodiscard]] Reply list_templates(const Json& params);

// One article, as JSON.
[[nodiscard]] Reply read_resource(const Json& params, const serve::QueryLimits& limits);

}  // namespace lede::mcp
