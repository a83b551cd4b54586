// The target of a request taken apart: "/v1/documents/a%2Fb?q=x" has a path and parameters.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/api/named_values.h"

namespace lede::serve {

struct Target {
  std::vector<std::string> segments;  // of the path, decoded; "/" has none
  std::string_view query;             // after "?", as sent; part of what was parsed
};

// Nothing for a target that is no path, or whose path has a broken %-escape.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

// "a=1&b=two+words". Nothing for a broken %-escape.
[[nodiscard]] std::optional<NamedValues> parse_form(std::string_view text);

}  // namespace lede::serve
