// Parameters sent as a JSON object say the same as those of a query string.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "searcher/api/named_values.h"

namespace lede::serve {

// Adds the members of `object`: texts, whole numbers, true and false, and lists of these. Those
// that are null are as if they had not been sent. Returns the name of one that is something else.
[[nodiscard]] std::optional<std::string> append_values(NamedValues& values,
                                                       const nlohmann::json& object);

}  // namespace lede::serve
