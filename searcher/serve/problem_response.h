// Problems as responses: RFC 9457 problem details.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "searcher/api/problem.h"
#include "searcher/serve/response.h"

namespace lede::serve {

[[nodiscard]] Response problem_response(const Problem& problem, std::string_view request_id);

}  // namespace lede::serve
