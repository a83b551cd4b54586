// Suggestions as lines for people.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "searcher/suggest/suggestion.h"

namespace lede {

// One line each: the text, and in brackets what it is and how many articles it finds.
[[nodiscard]] std::string suggestions_text(const SuggestResponse& response);

}  // namespace lede
