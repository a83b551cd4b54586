// Files that are a part of the program; lede_embed in CMakeLists.txt puts them in.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lede::mcp {

[[nodiscard]] std::string_view definitions_json();

}  // namespace lede::mcp
