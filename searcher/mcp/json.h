// JSON that comes in, and JSON that goes out.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace lede::mcp {

using Json = nlohmann::json;                 // what clients sent: many members are found fast
using OrderedJson = nlohmann::ordered_json;  // what we say: in the order we say it

// On one line; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] inline std::string written(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace lede::mcp
