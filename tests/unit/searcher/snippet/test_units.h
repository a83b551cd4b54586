// Query units for tests, made by the analyzer as the planner makes them.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/snippet/matcher.h"

namespace lede::test {

using TypedUnits = std::vector<std::pair<NodeKind, std::string>>;

[[nodiscard]] std::vector<QueryUnit> make_units(const TypedUnits& typed,
                                                const std::vector<std::string>& languages = {"en"});

[[nodiscard]] std::vector<TextMatch> matches_in(std::string_view text,
                                                const std::vector<QueryUnit>& units,
                                                std::string_view language = "en",
                                                Field field = Field::kAny);

// `text` with each match in square brackets.
[[nodiscard]] std::string bracketed(std::string_view text, const std::vector<TextMatch>& matches);

// Both in one: units found in `text`, in brackets.
[[nodiscard]] std::string marked(std::string_view text, const TypedUnits& typed,
                                 const std::string& language = "en");

}  // namespace lede::test
