// What becomes of a request.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "searcher/api/call.h"
#include "searcher/serve/response.h"

namespace lede::serve {

using Planned = std::variant<Call, Response, Problem>;

}  // namespace lede::serve
