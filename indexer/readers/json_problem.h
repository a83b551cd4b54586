// Where a broken JSON text breaks and how: simdjson only says that it does.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lede {

// "line 3, column 14: …" for a text that is not JSON. Never recurses, however deep the text nests.
[[nodiscard]] std::string json_problem(std::string_view text);

}  // namespace lede
