// The endpoints that only HTTP has.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searcher/api/endpoints.h"
#include "searcher/serve/planned.h"

namespace lede::serve {

[[nodiscard]] Planned plan_feed(const EndpointInput& input);
[[nodiscard]] Planned plan_parse(const EndpointInput& input);

}  // namespace lede::serve
