// Parameters of a request wherever they were sent: in the target of a GET, as JSON in the body of a
// POST.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "searcher/api/parameters.h"
#include "searcher/serve/request.h"

namespace lede::serve {

// `query` is that of the request's target.
[[nodiscard]] std::variant<Parameters, Problem> request_parameters(const Request& request,
                                                                   std::string_view query);

}  // namespace lede::serve
