// Which questions are the same: one text for all ways to ask it, for the cache and for entity tags.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "searcher/search.h"

namespace lede::serve {

// Two requests with the same key have the same answer from the same revision. Where the clock
// matters ("date:7d", recency), keys of different minutes differ.
[[nodiscard]] std::string question_key(const SearchRequest& request, std::int64_t now);
[[nodiscard]] std::string question_key(const SuggestRequest& request);

}  // namespace lede::serve
