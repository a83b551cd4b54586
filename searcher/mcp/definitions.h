// What the server says of itself: definitions.json, in which tools share the shapes of answers.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/mcp/json.h"

namespace lede::mcp {

// How an assistant works best with the archive.
[[nodiscard]] const std::string& instructions();

// The tools as tools/list gives them.
[[nodiscard]] const OrderedJson& tool_definitions();

// What a tool takes; null where there is no such tool.
[[nodiscard]] const OrderedJson* input_schema(std::string_view tool);

}  // namespace lede::mcp
