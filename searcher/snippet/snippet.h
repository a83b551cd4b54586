// The passages of an article that best show why it matched.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/search.h"
#include "searcher/snippet/matcher.h"

namespace lede {

struct SnippetOptions {
  std::size_t count = 2;    // passages at most
  std::size_t bytes = 240;  // about how long one may be
};

// Up to `count` passages of `text` in text order, none overlapping: whole sentences where they
// fit, else cut between words; the best by how many different units they show, how telling those
// are (QueryUnit::weight) and how close together. Without matches: the opening of the text.
[[nodiscard]] std::vector<Snippet> best_passages(std::string_view text,
                                                 std::span<const TextMatch> matches,
                                                 std::span<const QueryUnit> units,
                                                 const SnippetOptions& options);

}  // namespace lede
