// Whether the arguments of a tool have the names and types that its schema says. Whether their
// values make sense is found out by what reads them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "searcher/mcp/json.h"

namespace lede::mcp {

// What is wrong with `arguments`, an object, if anything is. An argument that is null counts as
// not given.
[[nodiscard]] std::optional<std::string> argument_problem(const Json& arguments,
                                                          const OrderedJson& schema);

// 20.0 as 20, which JSON Schema takes for the same.
void make_whole(Json& arguments);

}  // namespace lede::mcp
