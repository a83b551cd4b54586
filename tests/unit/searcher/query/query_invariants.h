// What holds for every query whatever its bytes; shared by the property tests and the fuzz target.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/query/parser.h"

namespace lede::test {

// What is broken when `query` is parsed with `options`, or an empty text when all is well: it
// parses or passes a limit, twice alike; the tree has the shape tree.h promises, prints and reads
// back; offsets and texts are sane.
[[nodiscard]] std::string broken_invariant(std::string_view query, const ParseOptions& options);

}  // namespace lede::test
