// The languages a query may name: by tag ("en", "en-GB") or by English name ("Ukrainian").
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lede::query {

// The BCP 47 primary tag, as the index keeps it, of the language called `name`; "und" for
// "unknown". Nothing where there is no such language.
[[nodiscard]] std::optional<std::string> find_language(std::string_view name);

}  // namespace lede::query
