// An answer for tests of output, with something awkward in every field.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "searcher/search.h"

namespace lede::test {

[[nodiscard]] SearchResponse sample_response();

// A passage; its marks are the parts of `bracketed` in square brackets.
[[nodiscard]] Snippet make_snippet(std::size_t start, const std::string& bracketed);

}  // namespace lede::test
