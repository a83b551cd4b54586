// Reads back what to_string printed: the proof that no two trees print alike.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/tree.h"

namespace lede::test {

// The tree that `printed` shows, without offsets; nothing when it does not keep to the grammar.
[[nodiscard]] std::optional<QueryNode> read_tree(std::string_view printed);

}  // namespace lede::test
