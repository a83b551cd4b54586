// Header fields that every response has.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/serve/observed.h"
#include "searcher/serve/response.h"

namespace lede::serve {

// Date, X-Request-Id, Server-Timing, and what keeps browsers from taking an answer for more than it
// is.
void add_common_fields(Response& response, const Observed& observed);

}  // namespace lede::serve
