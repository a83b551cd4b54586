// From the questions of programs to requests of the search inside.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/result.h"
#include "lede/question.h"
#include "searcher/search.h"

namespace lede::v1 {

// kUsage for what is out of its range, and a time zone that there is none of.
[[nodiscard]] lede::Result<SearchRequest> request_of(const Question& question);

[[nodiscard]] lede::Result<SuggestRequest> suggest_request(std::string_view typed,
                                                           std::size_t limit);

}  // namespace lede::v1
